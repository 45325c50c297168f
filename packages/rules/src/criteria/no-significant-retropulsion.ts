import { criterion } from '../criterion.ts'
import type { LevelFacts } from '../findings.ts'
import { cite } from '../source.ts'

const asked = 'no significant bone in the spinal canal was asked for'

type Canal = Pick<LevelFacts, 'retropulsion' | 'canalCompromisePercent' | 'posteriorWall'>

const retropulsionNames = {
  none: 'no retropulsion',
  mild: 'mild retropulsion',
  significant: 'significant retropulsion',
  'present-size-not-stated': 'retropulsion whose size is not stated',
} as const

function recorded({ retropulsion, canalCompromisePercent, posteriorWall }: Canal): string {
  const parts = [
    retropulsion === undefined ? undefined : retropulsionNames[retropulsion],
    canalCompromisePercent === undefined
      ? undefined
      : `${canalCompromisePercent} % of the canal compromised`,
    posteriorWall === 'disrupted' ? 'a disrupted posterior wall' : undefined,
  ].filter((part) => part !== undefined)
  return parts.join(' and ')
}

/** No significant bone is pushed back into the spinal canal; never met when it was not looked at. */
export const noSignificantRetropulsion = criterion({
  id: 'no-significant-retropulsion',
  requires: 'No significant bone is pushed back into the spinal canal.',
  sources: [cite('S1', 4)],
  reading:
    'The source gives no size for "significant" and says only "may": 20 % canal compromise is clinic-set, and the surgeon decides. Anything between none and significant, a disrupted posterior wall, or compression of the cord or cauda equina goes to a person.',
  scope: 'level',
  needs: { level: ['retropulsion'] },
  considers: {
    level: ['canalCompromisePercent', 'posteriorWall'],
    patient: ['cordOrCaudaCompression'],
  },
  reasons: {
    significant: {
      status: 'not-met',
      because: ({ level }) =>
        `Recorded: ${recorded(level)}; kyphoplasty may be contraindicated; the surgeon decides (${asked}).`,
    },
    'to-be-weighed': {
      status: 'needs-review',
      because: ({ level, patient }) => {
        const parts = [
          recorded(level),
          patient.cordOrCaudaCompression === true ? 'compression of the cord or cauda equina' : '',
        ].filter((part) => part !== '')
        return `Recorded: ${parts.join(' and ')}; ${asked}.`
      },
    },
    none: {
      status: 'met',
      because: ({ level }) => `Recorded: ${recorded(level)}; ${asked}.`,
    },
    'not-recorded': {
      status: 'unknown',
      because: () => `Retropulsion is not recorded; ${asked}.`,
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
