import { scoreOutOfTen } from '../criteria/severe-pain-limiting-life.ts'
import type { Seen } from '../criterion.ts'
import { PainSeverity } from '../facts.ts'
import { policy } from '../policy.ts'
import type { Question } from './decision-table.ts'
import { type TriedFacts, triesOfPatient } from './seen-together.ts'

type Asked = Question<TriedFacts, Seen>

const { greyPainFrom: grey, severePainFrom: severe } = policy

const onEachScale = (painScore: number): TriedFacts[] => [
  { patient: { painScore, painScale: 'NRS-0-10' } },
  { patient: { painScore, painScale: 'VAS-0-10' } },
  { patient: { painScore: Math.round(painScore * 100) / 10, painScale: 'VAS-0-100' } },
]

const scoreOf = ({ patient }: Seen) => scoreOutOfTen(patient)

const score: Asked = {
  asks: 'Pain score of 10',
  tries: [
    {},
    { patient: { painScale: 'NRS-0-10' } },
    ...[0, grey - 0.1, grey, severe - 0.1, severe, 10].flatMap(onEachScale),
  ],
  classes: {
    'not recorded': (seen) => scoreOf(seen) === undefined,
    [`under ${grey}`]: (seen) => (scoreOf(seen) ?? grey) < grey,
    [`${grey} to under ${severe}`]: (seen) =>
      (scoreOf(seen) ?? 0) >= grey && (scoreOf(seen) ?? 0) < severe,
    [`${severe} or more`]: (seen) => (scoreOf(seen) ?? 0) >= severe,
  },
}

const word: Asked = {
  asks: 'Pain in a word',
  tries: triesOfPatient('painSeverity', PainSeverity.options),
  classes: {
    'not recorded': ({ patient }) => patient.painSeverity === undefined,
    'none, mild or moderate': ({ patient: { painSeverity } }) =>
      painSeverity !== undefined && painSeverity !== 'severe',
    severe: ({ patient }) => patient.painSeverity === 'severe',
  },
}

const fromFracture: Asked = {
  asks: 'From this fracture',
  tries: triesOfPatient('painFromFracture', [true, false]),
  classes: {
    no: ({ patient }) => patient.painFromFracture === false,
    'yes, or not recorded': ({ patient }) => patient.painFromFracture !== false,
  },
}

const life: Asked = {
  asks: 'Limits quality of life',
  tries: triesOfPatient('qualityOfLifeLimited', [true, false]),
  classes: {
    'not recorded': ({ patient }) => patient.qualityOfLifeLimited === undefined,
    no: ({ patient }) => patient.qualityOfLifeLimited === false,
    yes: ({ patient }) => patient.qualityOfLifeLimited === true,
  },
}

/** What is asked of the pain. */
export const questionsOfPain: readonly Asked[] = [fromFracture, life, score, word]
