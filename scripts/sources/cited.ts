import { consentRisks, handout, ruleset, type Source } from '@kyphoscreen/rules'

/** Every paragraph the product cites, each once, by document and number. */
export function citedParagraphs(): Source[] {
  const citing: readonly { sources: readonly Source[] }[] = [
    ...ruleset.criteria,
    ...ruleset.policy,
    ...ruleset.advisories,
    ...ruleset.conflicts,
    ...Object.values(handout).flat(),
    ...consentRisks,
  ]
  const each = new Map(
    citing
      .flatMap(({ sources }) => sources)
      .map((source) => [`${source.document} ${source.paragraph}`, source]),
  )
  return [...each.values()].sort(
    (one, other) => one.document.localeCompare(other.document) || one.paragraph - other.paragraph,
  )
}
