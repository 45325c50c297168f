import type { NewEvidence, Referral } from '@kyphoscreen/api/contract'
import type { Compared } from '../handling/changed-meanwhile.ts'
import { toldBy } from '../handling/told.ts'
import { placeOfGathered, writeGathered, writeStanding } from '../handling/write-gathered.ts'

/** Sets what was entered here beside what the referral holds by now, fact by fact. */
export function compareEvidence(
  evidence: NewEvidence,
  { facts }: Pick<Referral, 'facts'>,
): Compared[] {
  return toldBy(evidence).map((one) => {
    const theirs = facts.find(({ fact, level }) => fact === one.fact && level === one.level)
    return {
      label: placeOfGathered(one),
      theirs: theirs ? writeStanding(theirs) : 'not recorded',
      yours: writeGathered(one, one.value),
    }
  })
}
