import type { Impression, ShownResult } from '@kyphoscreen/api/contract'
import { writeInstant } from '../instant.ts'
import { outcomeWords } from '../result/wording.ts'
import { kindWords } from './write-decision.ts'

type ImpressionsProps = { impressions: readonly Impression[]; result: ShownResult }

/** What surgeons thought of the findings before the outcome was shown to them, beside that outcome. */
export const Impressions = ({ impressions, result }: ImpressionsProps) =>
  impressions.map(({ kind, note, recordedAt, recordedBy }) => (
    <section key={recordedAt} className="stack-close" aria-label="Impression">
      <dl className="side-by-side">
        <div>
          <dt>Impression, outcome not shown</dt>
          <dd>{kindWords[kind]}</dd>
        </div>
        <div>
          <dt>Outcome</dt>
          <dd>{outcomeWords[result.outcome]}</dd>
        </div>
      </dl>
      {note === null ? null : <p className="prose">{note}</p>}
      <p className="fine">
        {recordedBy.displayName}, {recordedBy.role}, {writeInstant(recordedAt)}
      </p>
    </section>
  ))
