import { criterion } from '../criterion.ts'
import type { LevelFacts } from '../facts.ts'
import { policy } from '../policy.ts'
import { writeList } from '../sentence.ts'
import { cite, citing } from '../source.ts'

const asked = 'no significant bone in the spinal canal was asked for'

type Canal = Pick<LevelFacts, 'retropulsion' | 'canalCompromisePercent' | 'posteriorWall'>

const retropulsionNames = {
  none: 'no retropulsion',
  mild: 'mild retropulsion',
  significant: 'significant retropulsion',
  'present-size-not-stated': 'retropulsion whose size is not stated',
} as const

function recorded(canal: Canal, compressed?: boolean): string {
  const { retropulsion, canalCompromisePercent: percent, posteriorWall } = canal
  const parts: string[] = []
  if (retropulsion !== undefined) parts.push(retropulsionNames[retropulsion])
  if (percent !== undefined) parts.push(`${percent} % of the canal compromised`)
  if (posteriorWall === 'disrupted') parts.push('a disrupted posterior wall')
  if (compressed === true) parts.push('compression of the cord or cauda equina')
  return writeList(parts)
}

/** No significant bone is pushed back into the spinal canal; never met when it was not looked at. */
export const noSignificantRetropulsion = criterion({
  id: 'no-significant-retropulsion',
  requires: 'No significant bone is pushed back into the spinal canal.',
  sources: citing(cite('S1', 4)),
  reading: `The source gives no size for "significant" and says only "may": ${policy.significantCanalPercent} % canal compromise is clinic-set, and the surgeon decides. Anything between none and significant, a disrupted posterior wall, or compression of the cord or cauda equina goes to a person.`,
  scope: 'level',
  needs: { level: ['retropulsion'] },
  considers: {
    level: ['canalCompromisePercent', 'posteriorWall'],
    patient: ['cordOrCaudaCompression'],
  },
  reasons: {
    significant: {
      status: 'not-met',
      tells: ['posteriorWall', 'retropulsion', 'canalCompromisePercent'],
      because: ({ level }) =>
        `Recorded: ${recorded(level)}; kyphoplasty may be contraindicated, and the surgeon decides; ${asked}.`,
      wouldChange: () =>
        'A later assessment, at which new imaging shows no significant bone in the spinal canal, would change this; without it, the surgeon decides.',
    },
    'to-be-weighed': {
      status: 'needs-review',
      tells: ['cordOrCaudaCompression', 'posteriorWall', 'retropulsion', 'canalCompromisePercent'],
      because: ({ level, patient }) =>
        `Recorded: ${recorded(level, patient.cordOrCaudaCompression)}; ${asked}.`,
    },
    none: {
      status: 'met',
      tells: ['retropulsion', 'canalCompromisePercent'],
      because: ({ level }) => `Recorded: ${recorded(level)}; ${asked}.`,
    },
    'not-recorded': {
      status: 'unknown',
      tells: ['canalCompromisePercent'],
      because: ({ level }) =>
        level.canalCompromisePercent === undefined
          ? `Retropulsion is not recorded; ${asked}.`
          : `Recorded: ${recorded(level)}, but not whether bone is pushed back; ${asked}.`,
      missing: () => ['retropulsion'],
    },
  },
  judge: ({ level, patient }, policy) => {
    const { retropulsion, canalCompromisePercent: canal = 0, posteriorWall } = level
    if (retropulsion === 'significant' || canal >= policy.significantCanalPercent) {
      return 'significant'
    }
    const weighs =
      retropulsion === 'mild' ||
      retropulsion === 'present-size-not-stated' ||
      canal > 0 ||
      posteriorWall === 'disrupted' ||
      patient.cordOrCaudaCompression === true
    if (weighs) return 'to-be-weighed'
    return retropulsion === 'none' ? 'none' : 'not-recorded'
  },
})
