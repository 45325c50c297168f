import { type CriterionResult, type Day, type Findings, timeline } from '@kyphoscreen/rules'
import type { WorklistRow } from '../contract.ts'
import type { KeptFacts } from './evidence-kept.ts'
import { birthdayOf } from './standing-birthdays.ts'
import { findingsOn } from './standing-findings.ts'

type Change = { id: CriterionResult['id']; level: string }

const statusesOn = (findings: Findings) => timeline(findings)[0]?.levels ?? []

const changesBetween = (before: Findings, after: Findings): Change[] => {
  const later = statusesOn(after)
  return statusesOn(before).flatMap(({ level, criteria }, index) =>
    criteria.flatMap(({ id, status: from }, place) => {
      const to = later[index]?.criteria[place]?.status ?? from
      return to === from ? [] : [{ id, level }]
    }),
  )
}

const writeCare = ({ patient }: KeptFacts) =>
  patient.careStartedOn !== undefined || patient.careDays !== undefined
    ? 'care reaches two weeks'
    : 'the fracture is two weeks old'

/** Every change that the calendar makes of a status, by its criterion. */
const writeChange = ({ id, level }: Change, kept: KeptFacts): string =>
  id === 'failed-conservative-care'
    ? writeCare(kept)
    : `the fracture at ${level} passes the clinic-set limit of its age`

type Row = Pick<WorklistRow, 'screenedOn' | 'nextChangeOn'>

/** Says why the calendar next changes how a referral stands; null when it changes nothing. */
export function nextReason(
  kept: KeptFacts | null,
  birthDate: Day,
  { screenedOn, nextChangeOn }: Row,
): string | null {
  if (kept === null || nextChangeOn === null) return null
  const before = findingsOn(kept, birthDate, screenedOn)
  const after = findingsOn(kept, birthDate, nextChangeOn)
  if (!after.accepted) return 'recorded facts contradict each other from then on'
  if (!before.accepted) return 'recorded facts no longer contradict each other'
  const changes = changesBetween(before.findings, after.findings)
  const reasons = new Set(changes.map((change) => writeChange(change, kept)))
  if (birthdayOf(birthDate, 18) === nextChangeOn) reasons.add('the patient turns 18')
  return reasons.size === 0 ? null : [...reasons].join(', and ')
}
