import type { Fact, LevelName, ScreeningResult, Source } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import { FactLink } from './fact-link.tsx'
import { Sources } from './sources.tsx'

type Remark = { id: string; says: string; sources: readonly Source[] }

type SectionProps = { heading: string; id?: string; children: ReactNode }

function Section({ heading, id, children }: SectionProps) {
  return (
    <section className="remarks" id={id} tabIndex={id ? -1 : undefined} aria-label={heading}>
      <h3>{heading}</h3>
      <ul>{children}</ul>
    </section>
  )
}

/** Where the list of open safety checks stands on the page. */
export const safetyChecksId = 'safety-checks'

/** Red-flag facts nobody has recorded an answer to; shown as long as there is one. */
export const SafetyChecks = ({ checks }: { checks: ScreeningResult['notRecordedSafetyChecks'] }) =>
  checks.length === 0 ? null : (
    <Section heading={`Safety checks not recorded (${checks.length})`} id={safetyChecksId}>
      {checks.map(({ fact, question }) => (
        <li key={fact}>
          <FactLink fact={fact}>{question}</FactLink>
        </li>
      ))}
    </Section>
  )

/** Circumstances the surgeon weighs. */
export const Cautions = ({ cautions }: Pick<ScreeningResult, 'cautions'>) =>
  cautions.length === 0 ? null : (
    <Section heading="Cautions for the surgeon">
      {cautions.map(({ id, level, says }) => (
        <li key={`${id} ${level ?? ''}`}>
          {level ? <b>{level}: </b> : null}
          {says}
        </li>
      ))}
    </Section>
  )

type Gap = { fact: Fact; level?: LevelName | undefined; says: string }

/** What should still be written down although it holds nothing back. */
export const DocumentationGaps = ({ gaps }: { gaps: readonly Gap[] }) =>
  gaps.length === 0 ? null : (
    <Section heading="Documentation gaps">
      {gaps.map(({ fact, level, says }) => (
        <li key={`${fact} ${level ?? ''} ${says}`}>
          {level ? <b>{level}: </b> : null}
          <FactLink fact={fact} level={level}>
            {says}
          </FactLink>
        </li>
      ))}
    </Section>
  )

/** Advisories, or the points on which the sources differ. */
export const Remarks = ({ heading, of }: { heading: string; of: readonly Remark[] }) =>
  of.length === 0 ? null : (
    <Section heading={heading}>
      {of.map(({ id, says, sources }) => (
        <li key={id}>
          {says} <Sources of={sources} />
        </li>
      ))}
    </Section>
  )
