import type { PatientFacts } from '../src/facts.ts'
import { vertebraeInOrder } from '../src/facts.ts'
import { type Classes, levels, nothing, patients } from './combinations.ts'

/** Each status of each criterion, through findings that have it; care can also be not met yet. */
export const statusClasses: Record<string, Classes> = {
  mri: {
    met: levels('mriFinding', 'acute'),
    'not-met': levels('mriFinding', 'chronic'),
    'needs-review': levels('mriFinding', 'indeterminate'),
    unknown: nothing,
  },
  care: {
    met: [{ patient: { careResponse: 'failed', careModalities: ['bracing'], careDays: 21 } }],
    'not-met': patients('careResponse', 'improving'),
    'not-met yet': patients('careDays', 13),
    'needs-review': [
      { patient: { careResponse: 'failed', careModalities: ['other'], careDays: 21 } },
    ],
    unknown: nothing,
  },
  canal: {
    met: levels('retropulsion', 'none'),
    'not-met': levels('retropulsion', 'significant'),
    'needs-review': levels('retropulsion', 'mild'),
    unknown: nothing,
  },
  pain: {
    met: [{ patient: { painSeverity: 'severe', qualityOfLifeLimited: true } }],
    'not-met': patients('painSeverity', 'mild'),
    'needs-review': [{ patient: { painScore: 6, painScale: 'NRS-0-10' } }],
    unknown: nothing,
  },
}

const flags = [
  'neurologicDeficit',
  'activeInfection',
  'spinalInstability',
  'cordOrCaudaCompression',
  'pregnant',
  'uncorrectedCoagulopathy',
  'cementAllergy',
  'epiduralTumor',
] as const satisfies readonly (keyof PatientFacts)[]

/** The red flags that make a screening urgent. */
export const urgentFlags: ReadonlySet<string> = new Set(flags.slice(0, 4))

const allFlags = (value: boolean) => ({
  patient: Object.fromEntries(flags.map((fact) => [fact, value])) as PatientFacts,
})

/** No red flag recorded or all denied; each alone; all at once. */
export const redFlagClasses: Classes = {
  none: [...nothing, allFlags(false)],
  recorded: [...flags.flatMap((fact) => patients(fact, true)), allFlags(true)],
}

const many = (['T10', 'T11', 'L4'] as const).map((level) => ({ level }))

/** Everything beside the criteria that an outcome looks at, each number on and beside its threshold. */
export const circumstances: Record<string, Classes> = {
  patience: {
    none: nothing,
    exception: patients('earlyException', 'hospitalized', 'bedridden', 'medication-intolerant'),
  },
  cause: {
    other: [
      ...nothing,
      ...levels('cause', 'osteoporosis', 'secondary-osteoporosis', 'other-bone-fragility'),
    ],
    malignancy: levels('cause', 'malignancy'),
    benign: levels('cause', 'benign-lesion'),
    trauma: levels('cause', 'high-energy-trauma'),
  },
  place: {
    inside: levels('level', ...vertebraeInOrder.filter((name) => /^[TL]/.test(name))),
    outside: levels('level', ...vertebraeInOrder.filter((name) => /^[CS]/.test(name))),
  },
  age: {
    '18 or older': [...nothing, ...patients('ageYears', 18, 18.1, 78, 105)],
    'under 18': patients('ageYears', 0, 17, 17.9),
  },
  levels: {
    'up to three': [[], many.slice(0, 1), many.slice(0, 2)].map((others) => ({ others })),
    'over three': [{ others: many }],
  },
  height: {
    'under 67 %': [...nothing, ...levels('heightLossPercent', 0, 66, 66.9)],
    '67 % or more': levels('heightLossPercent', 67, 67.1, 68, 100),
  },
}
