import type { GatheredFact, NewEvidence, Referral } from '@kyphoscreen/api/contract'
import type { Compared } from '../handling/changed-meanwhile.ts'
import { placeOfGathered, writeGathered, writeStanding } from '../handling/write-gathered.ts'

type Told = Pick<GatheredFact, 'fact' | 'level'> & { value: GatheredFact['value'] }

const toldAmong = (facts: object, level: GatheredFact['level']): Told[] =>
  Object.entries(facts).map(([fact, value]) => ({
    fact: fact as GatheredFact['fact'],
    level,
    value,
  }))

/** Sets what was entered here beside what the referral holds by now, fact by fact. */
export function compareEvidence(
  { patient = {}, levels = [] }: NewEvidence,
  { facts }: Pick<Referral, 'facts'>,
): Compared[] {
  const told = [
    ...levels.flatMap(({ level, ...of }) => {
      const answers = toldAmong(of, level)
      return answers.length > 0 ? answers : [{ fact: 'level' as const, level, value: level }]
    }),
    ...toldAmong(patient, null),
  ]
  return told.map((one) => {
    const theirs = facts.find(({ fact, level }) => fact === one.fact && level === one.level)
    return {
      label: placeOfGathered(one),
      theirs: theirs ? writeStanding(theirs) : 'not recorded',
      yours: writeGathered(one, one.value),
    }
  })
}
