import type { LevelFacts } from './findings.ts'
import type { Policy } from './policy.ts'
import { remembered } from './remembered.ts'
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
const levelTimes = new Map<number, Advisory>()

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

/** Lists the advisories a screening touches, standing ones last; `failedCareDays` is given only when care has failed. */
export function advisoriesOf(
  levels: readonly LevelFacts[],
  failedCareDays: number | undefined,
  policy: Policy,
): Advisory[] {
  const found: Advisory[] = []
  if ((failedCareDays ?? 0) > policy.typicalCareDays) found.push(beyondUsualCare)
  if (levels.some(({ cause }) => lesion(cause))) found.push(oncology)
  if (levels.some(({ cause }) => lowDensity(cause))) found.push(boneHealth)
  if (levels.length > 1) found.push(procedureTime(levels.length))
  found.push(frailty, medicalSuitability)
  return found
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
