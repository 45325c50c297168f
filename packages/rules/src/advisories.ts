import type { LevelFacts } from './facts.ts'
import type { Policy } from './policy.ts'
import { further, keep, lasting, mapOf, memoryOf, remembered } from './remembered.ts'
import { cite, citing, type Source } from './source.ts'

/** Something to keep in mind that changes no outcome; a standing one is shown every time. */
export type Advisory = { id: string; says: string; sources: readonly Source[]; standing: boolean }

const boneHealth: Advisory = Object.freeze({
  id: 'bone-health',
  says: 'Where bone density is low it needs treatment of its own: left alone, further fractures are likely.',
  sources: citing(cite('S2', 9)),
  standing: false,
})
const frailty: Advisory = Object.freeze({
  id: 'frailty',
  says: 'Age and frailty exclude no one; any surgery carries risk for a frail patient, and leaving the fracture untreated carries its own.',
  sources: citing(cite('S2', 11)),
  standing: true,
})
const medicalSuitability: Advisory = Object.freeze({
  id: 'medical-suitability',
  says: 'Some medical conditions make the procedure unsuitable and the source names none of them: a clinician checks this each time.',
  sources: citing(cite('S2', 11)),
  standing: true,
})
const beyondUsualCare: Advisory = Object.freeze({
  id: 'beyond-usual-care',
  says: 'Care has run beyond the usual window: check that the fracture is still active.',
  sources: citing(cite('S1', 4), cite('S2', 9)),
  standing: false,
})
const oncology: Advisory = Object.freeze({
  id: 'oncology',
  says: 'The fracture comes from a tumor or another lesion: involve oncology.',
  sources: citing(cite('S1', 3), cite('S2', 9)),
  standing: false,
})
const levelTimes = mapOf<number, Advisory>()

const procedureTime = (levelCount: number): Advisory =>
  remembered(levelTimes, levelCount, () =>
    Object.freeze({
      id: 'procedure-time',
      says: `About 30 minutes a level: roughly ${levelCount * 30} minutes for ${levelCount} levels.`,
      sources: citing(cite('S1', 5)),
      standing: false,
    }),
  )

const lesion = (cause: LevelFacts['cause']) => cause === 'malignancy' || cause === 'benign-lesion'
const lowDensity = (cause: LevelFacts['cause']) =>
  cause === undefined ||
  cause === 'osteoporosis' ||
  cause === 'secondary-osteoporosis' ||
  cause === 'other-bone-fragility'

type Touched = { longCare: boolean; tumor: boolean; weakBone: boolean; levelCount: number }

const listed = memoryOf<Advisory[]>()

function list({ longCare, tumor, weakBone, levelCount }: Touched): Advisory[] {
  const found: Advisory[] = []
  if (longCare) found.push(beyondUsualCare)
  if (tumor) found.push(oncology)
  if (weakBone) found.push(boneHealth)
  if (levelCount > 1) found.push(procedureTime(levelCount))
  found.push(frailty, medicalSuitability)
  return lasting(found)
}

/** Lists the advisories a screening touches, standing ones last; `failedCareDays` is given only when care has failed. The list is frozen, for it is shared. */
export function advisoriesOf(
  levels: readonly LevelFacts[],
  failedCareDays: number | undefined,
  policy: Policy,
): Advisory[] {
  const longCare = (failedCareDays ?? 0) > policy.typicalCareDays
  let tumor = false
  let weakBone = false
  for (const { cause } of levels) {
    tumor ||= lesion(cause)
    weakBone ||= lowDensity(cause)
  }
  const levelCount = levels.length
  const packed = (levelCount << 3) | (longCare ? 4 : 0) | (tumor ? 2 : 0) | (weakBone ? 1 : 0)
  const place = further(listed.first, packed)
  return place.made ?? keep(listed, place, list({ longCare, tumor, weakBone, levelCount }))
}

/** Every advisory there is, for the documentation and the citations check. */
export const allAdvisories = [
  beyondUsualCare,
  oncology,
  boneHealth,
  procedureTime(2),
  frailty,
  medicalSuitability,
] as const
