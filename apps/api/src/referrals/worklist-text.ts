import { Prisma } from '../../generated/prisma/client.ts'
import { searchTerms } from '../patients/search-terms.ts'
import { refusedField } from '../problems.ts'

/** What was typed, ready to search by: a whole MRN, and beginnings of family and given names in lower case. */
export type Searched = { mrn: string; names: { family: string; given: string }[] }

const shortest = 2

/** Reads what was typed; refused when it is too short to find anything by. */
export function searchedOf(text: string): Searched {
  const { mrn, names } = searchTerms(text)
  if (mrn.length < shortest) {
    throw refusedField('/text', `is too short; type at least ${shortest} characters`)
  }
  const lower = names.map(({ family, given }) => ({
    family: family.toLowerCase(),
    given: given.toLowerCase(),
  }))
  return { mrn, names: lower.filter(({ family, given }) => (family + given).length >= shortest) }
}

const givenName = Prisma.sql`split_part("sortName", E'\t', 2)`
const pastEveryCharacter = '\u{10ffff}'

/** Between a beginning and that beginning with the last character there is, so that an index answers. */
const begins = (name: Prisma.Sql, beginning: string) =>
  Prisma.sql`${name} >= ${beginning} AND ${name} < ${beginning + pastEveryCharacter}`

const matches = ({ family, given }: { family: string; given: string }): Prisma.Sql =>
  Prisma.join(
    [
      ...(family === '' ? [] : [begins(Prisma.sql`"sortName"`, family)]),
      ...(given === '' ? [] : [begins(givenName, given)]),
    ],
    ' AND ',
  )

/** Gives one condition for each way to match, none of which matches what one before it did, so that each can use an index of its own. */
export function waysToMatch({ names }: Searched, patientIds: readonly string[]): Prisma.Sql[] {
  const byMrn = Prisma.sql`"patientId" = ANY(${patientIds}::uuid[])`
  const ways = [...(patientIds.length > 0 ? [byMrn] : []), ...names.map(matches)]
  return ways.map((way, index) =>
    Prisma.join(
      [way, ...ways.slice(0, index).map((before) => Prisma.sql`NOT (${before})`)],
      ' AND ',
    ),
  )
}
