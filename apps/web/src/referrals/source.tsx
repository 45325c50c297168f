import type { Evidence, GatheredFact, NewRuling, Referral, Ruling } from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { ProseEntry } from '../handling/form-entries.tsx'
import { referralApi } from '../handling/referral-api.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { neededText } from '../handling/typed.ts'
import { useAct } from '../handling/use-act.tsx'
import {
  placeOfGathered,
  writeEntered,
  writeGathered,
  writeOrigin,
  writeStanding,
} from '../handling/write-gathered.ts'
import { writeInstant } from '../instant.ts'
import { useKeyFor } from '../use-key-for.ts'
import { Opened } from './opened.tsx'
import { useKeepReferral } from './use-referral.ts'

const Reason = z.object({ reason: neededText('Say why, in a few words.', 1000) })

const words = {
  chosen: { act: 'Choose', done: 'Chosen' },
  withdrawn: { act: 'Withdraw', done: 'Withdrawn' },
} as const

const Ruled = ({ kind, ruling }: { kind: NewRuling['kind']; ruling: Ruling }) => (
  <p className="fine">
    {words[kind].done} by {ruling.by.displayName}, {writeInstant(ruling.at)}: {ruling.reason}
  </p>
)

type SourceProps = {
  referral: Referral
  gathered: GatheredFact
  evidence: Evidence
  mayChange: boolean
}

type RulingFormProps = Omit<SourceProps, 'mayChange'> & {
  kind: NewRuling['kind']
  onClose: () => void
}

function RulingForm({ referral, gathered, evidence, kind, onClose }: RulingFormProps) {
  const keep = useKeepReferral()
  const keyFor = useKeyFor()
  const { act, sending, failed, dialog } = useAct<Referral>(referral, keep)
  const { fact, level } = gathered
  const place = placeOfGathered(gathered)
  const rule = ({ reason }: { reason: string }) => {
    const body: NewRuling = { evidenceId: evidence.id, fact, level, kind, reason }
    act({
      send: (seen) => referralApi.rule(seen, body, keyFor(body)),
      compare: (now) => {
        const theirs = now.facts.find((one) => one.fact === fact && one.level === level)
        return [
          {
            label: place,
            theirs: theirs ? writeStanding(theirs) : 'not recorded',
            yours: `${words[kind].done}: ${writeGathered(gathered, evidence.value)}, ${writeOrigin(evidence)}`,
          },
          { label: 'Reason', theirs: '', yours: reason },
        ]
      },
      onDone: onClose,
      onDropped: onClose,
    })
  }
  return (
    <>
      <SmallForm
        label={`${words[kind].act} ${place}`}
        schema={Reason}
        initial={{ reason: '' }}
        submit={words[kind].act}
        sending={sending}
        failed={failed}
        onSend={rule}
        onCancel={onClose}
      >
        <ProseEntry name="reason" label="Reason" />
      </SmallForm>
      {dialog}
    </>
  )
}

/** What one source says of a fact, who entered it and when, with the ways to choose or to withdraw it. */
export function Source({ mayChange, ...of }: SourceProps) {
  const { gathered, evidence } = of
  const value = writeGathered(gathered, evidence.value)
  const kinds: NewRuling['kind'][] =
    gathered.status === 'conflict' ? ['chosen', 'withdrawn'] : ['withdrawn']
  return (
    <li className="source" data-withdrawn={evidence.withdrawn !== null || undefined}>
      <p>
        <b>{value}</b> · {writeOrigin(evidence)}
      </p>
      <p className="fine">{writeEntered(evidence)}</p>
      {evidence.chosen ? <Ruled kind="chosen" ruling={evidence.chosen} /> : null}
      {evidence.withdrawn ? <Ruled kind="withdrawn" ruling={evidence.withdrawn} /> : null}
      {mayChange && evidence.withdrawn === null
        ? kinds.map((kind) => (
            <Opened
              key={kind}
              label={`${words[kind].act} “${value}” from ${evidence.origin.name}…`}
            >
              {(close) => <RulingForm {...of} kind={kind} onClose={close} />}
            </Opened>
          ))
        : null}
    </li>
  )
}
