import { criterion } from '../criterion.ts'
import type { PatientFacts } from '../facts.ts'
import { policy } from '../policy.ts'
import { cite, citing } from '../source.ts'

const asked = 'severe pain from this fracture that limits quality of life was asked for'

type Pain = Pick<
  PatientFacts,
  'painScore' | 'painScale' | 'painSeverity' | 'painFromFracture' | 'qualityOfLifeLimited'
>

const scaleNames = {
  'NRS-0-10': 'of 10 (NRS)',
  'VAS-0-10': 'of 10 (VAS)',
  'VAS-0-100': 'of 100 (VAS)',
} as const

/** Gives the pain score on a 0-10 scale, or undefined when none is recorded. */
export const scoreOutOfTen = ({ painScore, painScale }: Pick<Pain, 'painScore' | 'painScale'>) =>
  painScore === undefined || painScale !== 'VAS-0-100' ? painScore : painScore / 10

function severity({ painScore, painScale, painSeverity }: Pain): string {
  const word = painSeverity === undefined ? undefined : `described as ${painSeverity}`
  if (painScore === undefined) {
    return word === undefined ? 'Pain of unrecorded severity' : `Pain ${word}`
  }
  const score = `Pain ${painScore} ${scaleNames[painScale ?? 'NRS-0-10']}`
  return word === undefined ? score : `${score}, ${word}`
}

const missingOf = ({ painScore, painSeverity, qualityOfLifeLimited }: Pain) => [
  ...(painScore === undefined && painSeverity === undefined ? (['painScore'] as const) : []),
  ...(qualityOfLifeLimited === undefined ? (['qualityOfLifeLimited'] as const) : []),
]

function partlyRecorded(pain: Pain): string {
  const missing = missingOf(pain)
  if (missing.length === 2) {
    return 'Neither how severe the pain is nor whether it limits quality of life is recorded'
  }
  return missing[0] === 'painScore'
    ? 'Pain limiting quality of life is recorded, but not how severe it is'
    : `${severity(pain)}, but whether it limits quality of life is not recorded`
}

/** What every reason tells of; whether the pain comes from the fracture is asked for besides. */
const tells = ['painFromFracture', 'painScale', 'painSeverity', 'painScore'] as const

const wouldChange = () =>
  'A later assessment, at which severe pain from this fracture limits quality of life, would change this.'

/** Severe pain, from this fracture, interfering with quality of life. */
export const severePainLimitingLife = criterion({
  id: 'severe-pain-limiting-life',
  requires: 'Severe pain, from this fracture, that interferes with quality of life.',
  sources: citing(cite('S1', 4), cite('S2', 2)),
  reading: `The sources give no number for "severe": ${policy.severePainFrom} of 10 and up is read as severe, ${policy.greyPainFrom} up to ${policy.severePainFrom} goes to a person (both clinic-set), and so do a word and a number that disagree. A score on 0-100 is divided by ten. The clinician's word alone is enough, with a note that no score is recorded. Pain recorded as not coming from this fracture does not meet; when that was not asked, it is asked for and does not block.`,
  scope: 'patient',
  needs: { patient: ['painScore', 'qualityOfLifeLimited'] },
  considers: { patient: ['painScale', 'painSeverity', 'painFromFracture'] },
  reasons: {
    'not-from-fracture': {
      status: 'not-met',
      tells,
      because: ({ patient }) =>
        `${severity(patient)}, recorded as not coming from this fracture; ${asked}.`,
      wouldChange,
    },
    'life-not-limited': {
      status: 'not-met',
      tells,
      because: ({ patient }) => `${severity(patient)}, not limiting quality of life; ${asked}.`,
      wouldChange,
    },
    'not-severe': {
      status: 'not-met',
      tells,
      because: ({ patient }) => `${severity(patient)}; ${asked}.`,
      wouldChange,
    },
    'between-moderate-and-severe': {
      status: 'needs-review',
      tells,
      because: ({ patient }, policy) =>
        `${severity(patient)}, between ${policy.greyPainFrom} and ${policy.severePainFrom} of 10, which a person must weigh; ${asked}.`,
    },
    'word-and-score-disagree': {
      status: 'needs-review',
      tells,
      because: ({ patient }) =>
        `${severity(patient)}: the word and the score disagree, which a person must weigh; ${asked}.`,
    },
    'not-recorded': {
      status: 'unknown',
      tells: ['qualityOfLifeLimited', ...tells],
      because: ({ patient }) => `${partlyRecorded(patient)}; ${asked}.`,
      missing: ({ patient }) => missingOf(patient),
    },
    'severe-and-limiting': {
      status: 'met',
      tells,
      because: ({ patient }) => `${severity(patient)}, limiting quality of life; ${asked}.`,
    },
  },
  judge: ({ patient }, policy) => {
    const { painSeverity: word, painFromFracture, qualityOfLifeLimited } = patient
    const score = scoreOutOfTen(patient)
    if (painFromFracture === false) return 'not-from-fracture'
    if (qualityOfLifeLimited === false) return 'life-not-limited'
    const otherWord = word !== undefined && word !== 'severe'
    if (score === undefined ? otherWord : score < policy.greyPainFrom && word !== 'severe') {
      return 'not-severe'
    }
    if (score !== undefined) {
      const scoredSevere = score >= policy.severePainFrom
      if (scoredSevere ? otherWord : word === 'severe') return 'word-and-score-disagree'
      if (!scoredSevere) return 'between-moderate-and-severe'
    }
    if ((score === undefined && word === undefined) || qualityOfLifeLimited === undefined) {
      return 'not-recorded'
    }
    return 'severe-and-limiting'
  },
})
