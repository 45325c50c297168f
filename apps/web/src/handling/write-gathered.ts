import type { Evidence, GatheredFact } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'
import { type FactValue, writeFact } from '../facts/write-fact.ts'
import { writeInstant } from '../instant.ts'
import { originWords } from './wording.ts'

/** The label of a gathered fact, in the words the form uses. */
export const labelOfGathered = ({ fact }: Pick<GatheredFact, 'fact'>): string =>
  fact === 'level' ? 'Fractured level' : fields[fact].label

/** The label with the level it belongs to, `Retropulsion at L1`. */
export const placeOfGathered = ({ fact, level }: Pick<GatheredFact, 'fact' | 'level'>): string =>
  level === null ? labelOfGathered({ fact }) : `${labelOfGathered({ fact })} at ${level}`

/** The element that shows a gathered fact. */
export const idOfGathered = ({ fact, level }: Pick<GatheredFact, 'fact' | 'level'>): string =>
  `fact-${level ?? 'patient'}-${fact}`

/** Writes a value of a gathered fact in the words of its field. */
export const writeGathered = (
  { fact }: Pick<GatheredFact, 'fact'>,
  value: GatheredFact['value'],
): string => (fact === 'level' ? String(value) : writeFact(fact, value as FactValue))

/** Writes how a gathered fact stands; what is in conflict or withdrawn counts as not recorded. */
export function writeStanding(gathered: GatheredFact): string {
  switch (gathered.status) {
    case 'recorded':
      return writeGathered(gathered, gathered.value)
    case 'conflict':
      return 'In conflict: counts as not recorded'
    case 'withdrawn':
      return 'Withdrawn: not recorded'
  }
}

/** Writes where a piece of evidence came from, `Document: MRI report, 10-Nov-2026`. */
export const writeOrigin = ({ origin: { kind, name, on } }: Pick<Evidence, 'origin'>): string =>
  `${originWords[kind]}: ${name}, ${writeDay(on)}`

/** Writes who entered a piece of evidence, and when. */
export const writeEntered = ({ enteredBy, enteredAt }: Evidence): string =>
  `entered by ${enteredBy.displayName}, ${enteredBy.role}, ${writeInstant(enteredAt)}`
