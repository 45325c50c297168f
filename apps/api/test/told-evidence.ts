import { randomUUID } from 'node:crypto'
import type { Day } from '@kyphoscreen/rules'
import type { NewEvidence } from '../src/contract.ts'
import type { EvidenceFacts } from '../src/referrals/evidence-told.ts'
import { type EvidenceRow, gatheredFacts, type RulingRow } from '../src/referrals/gathered-facts.ts'

const navigator = {
  id: randomUUID(),
  displayName: 'An invented navigator',
  role: 'navigator' as const,
}
const enteredAt = new Date('2026-11-21T09:00:00Z')

/** An entry of evidence as the database holds it. */
export const entryOf = (facts: EvidenceFacts, on: Day): EvidenceRow => ({
  id: randomUUID(),
  referralId: navigator.id,
  facts,
  originKind: 'document',
  originName: 'Invented letter',
  originOn: new Date(on),
  enteredById: navigator.id,
  enteredBy: navigator,
  enteredAt,
})

let sequence = 0n

/** A ruling on an entry as the database holds it. */
export const rulingOn = (
  { id }: Pick<EvidenceRow, 'id'>,
  ruling: Pick<RulingRow, 'fact' | 'level' | 'kind' | 'over'>,
): RulingRow => {
  sequence += 1n
  const by = { byId: navigator.id, by: navigator, at: enteredAt }
  return { id: randomUUID(), sequence, evidenceId: id, reason: 'as agreed', ...ruling, ...by }
}

/** An entry that tells facts of the patient. */
export const ofPatient = (patient: EvidenceFacts['patient'], on = '2026-11-21') =>
  entryOf({ patient }, on)

/** A ruling on a fact of the patient, over the entries that told it. */
export const onPatient = (
  entry: EvidenceRow,
  fact: string,
  kind: 'chosen' | 'withdrawn',
  over: EvidenceRow[] = [],
) => rulingOn(entry, { fact, level: null, kind, over: over.map(({ id }) => id) })

/** How a fact stands in the end, and with which value. */
export const standsOf = (fact: string, entries: EvidenceRow[], rulings: RulingRow[] = []) => {
  const found = gatheredFacts(entries, rulings).find((one) => one.fact === fact)
  return found && [found.status, found.value]
}

/** What an invented letter tells: everything of a fractured L1 but the MRI and the canal. */
export const letter: NewEvidence = {
  origin: { kind: 'document', name: 'Letter of the practice', on: '2026-11-20' },
  patient: {
    painScore: 8,
    painScale: 'NRS-0-10',
    painFromFracture: true,
    qualityOfLifeLimited: true,
    careModalities: ['pain-medication'],
    careDays: 23,
    careResponse: 'failed',
  },
  levels: [{ level: 'L1', onsetOn: '2026-10-20' }],
}

/** What an invented MRI report tells of it. */
export const report = (mriFinding: 'acute' | 'chronic'): NewEvidence => ({
  origin: { kind: 'document', name: 'MRI report', on: '2026-11-10' },
  levels: [{ level: 'L1', mriPerformedOn: '2026-11-10', mriFinding, retropulsion: 'none' }],
})
