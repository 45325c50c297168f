import { addDays, type Day, Findings, type Refusal, refusalsOf } from '@kyphoscreen/rules'
import type { NewEvidence } from '../contract.ts'
import { toldBy } from './evidence-told.ts'

type Dated = [pointer: string, day: Day | undefined]

const daysTold = ({ patient = {}, levels = [] }: NewEvidence): Dated[] => [
  ['/patient/careStartedOn', patient.careStartedOn],
  ...levels.flatMap(({ onsetOn, mriPerformedOn }, index): Dated[] => [
    [`/levels/${index}/onsetOn`, onsetOn],
    [`/levels/${index}/mriPerformedOn`, mriPerformedOn],
  ]),
]

const afterTheSource = (entry: NewEvidence): Refusal[] =>
  daysTold(entry)
    .filter(([, day]) => day !== undefined && day > entry.origin.on)
    .map(([pointer]) => ({
      pointer,
      reason: 'is after the day of the source; correct one of the two',
    }))

const scaleAlone = ({ patient = {} }: NewEvidence): Refusal[] =>
  patient.painScale === undefined || patient.painScore !== undefined
    ? []
    : [{ pointer: '/patient/painScore', reason: 'is needed with its scale; enter both or neither' }]

const anyLevel: Findings['levels'] = [{ level: 'L1' }]

/** One source that contradicts itself is read again; two that contradict each other are kept side by side. */
function contradictions({ origin, patient = {}, levels = [] }: NewEvidence): Refusal[] {
  const read = Findings.safeParse({
    assessedOn: origin.on,
    patient,
    levels: levels.length === 0 ? anyLevel : levels,
  })
  return read.success ? [] : refusalsOf(read.error)
}

/** Tells what is wrong with an entry of evidence beyond its single fields; nothing when it can be kept. */
export function refusalsOfEvidence(entry: NewEvidence, today: Day): Refusal[] {
  if (entry.origin.on > addDays(today, 1)) {
    return [{ pointer: '/origin/on', reason: 'lies in the future; correct the day' }]
  }
  if (toldBy(entry).length === 0) {
    return [{ pointer: '', reason: 'tells nothing yet; record a fact or name a level' }]
  }
  const found = [...afterTheSource(entry), ...scaleAlone(entry)]
  const named = found.map(({ pointer }) => pointer)
  return [...found, ...contradictions(entry).filter(({ pointer }) => !named.includes(pointer))]
}
