/** The two ways to find a patient: a whole MRN, or the beginnings of the names. */
export type SearchTerms = { mrn: string; names: { family: string; given: string }[] }

const mostSplits = 6

/**
 * Reads what was typed: `SMITH, Jane` names the family first, `smith j` and `jane smith` may mean
 * either order, and any of it may be an MRN.
 */
export function searchTerms(text: string): SearchTerms {
  const mrn = text.trim()
  const comma = mrn.indexOf(',')
  if (comma >= 0) {
    return {
      mrn,
      names: [{ family: mrn.slice(0, comma).trim(), given: mrn.slice(comma + 1).trim() }],
    }
  }
  const words = mrn.split(/\s+/)
  const splits = words.slice(1, mostSplits).map((_, index) => ({
    before: words.slice(0, index + 1).join(' '),
    after: words.slice(index + 1).join(' '),
  }))
  return {
    mrn,
    names: [
      { family: words.join(' '), given: '' },
      { family: '', given: words.join(' ') },
      ...splits.flatMap(({ before, after }) => [
        { family: before, given: after },
        { family: after, given: before },
      ]),
    ],
  }
}
