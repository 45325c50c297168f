import type { Source } from '@kyphoscreen/rules'

/** Tells, one sentence each, which cited paragraphs of a document are no longer where or what they were when they were read. */
export function changesIn(hashes: readonly string[], cited: readonly Source[]): string[] {
  return cited.flatMap(({ document, paragraph, sha256 }) => {
    if (hashes[paragraph - 1] === sha256) return []
    const now = hashes.indexOf(sha256) + 1
    const name = `${document} paragraph ${paragraph}`
    if (now > 0) return [`${name} has moved to paragraph ${now}; its words are the same.`]
    return paragraph > hashes.length
      ? [`${name} is gone: the page has only ${hashes.length}.`]
      : [`${name} reads differently: read it again and check what cites it.`]
  })
}
