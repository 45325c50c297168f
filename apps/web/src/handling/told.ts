import type { GatheredFact, NewEvidence } from '@kyphoscreen/api/contract'

/** One fact as one source tells it. */
export type Told = Pick<GatheredFact, 'fact' | 'level'> & { value: GatheredFact['value'] }

const toldAmong = (facts: object, level: GatheredFact['level']): Told[] =>
  Object.entries(facts).map(([fact, value]) => ({
    fact: fact as GatheredFact['fact'],
    level,
    value,
  }))

/** Lists every fact that evidence tells; a level without an answer is told by its name. */
export const toldBy = ({ patient = {}, levels = [] }: Omit<NewEvidence, 'origin'>): Told[] => [
  ...levels.flatMap(({ level, ...of }) => {
    const answers = toldAmong(of, level)
    return answers.length > 0 ? answers : [{ fact: 'level' as const, level, value: level }]
  }),
  ...toldAmong(patient, null),
]
