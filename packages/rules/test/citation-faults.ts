import type { Source } from '../src/source.ts'

/** Something that must rest on a source, and the paragraphs it cites. */
export type Citing = { what: string; sources: readonly Source[] }

/** How many paragraphs each page has, headings and page furniture counted. */
const paragraphsOf = { S1: 8, S2: 14 } as const

/** Headings, the certification line and the testimonial: nothing may rest on them. */
const furniture = ['S1 1', 'S1 2', 'S1 8', 'S2 6', 'S2 8', 'S2 10', 'S2 13', 'S2 14']

/** Writes a citation as document and paragraph. */
export const written = ({ document, paragraph }: Pick<Source, 'document' | 'paragraph'>): string =>
  `${document} ${paragraph}`

const sha256 = /^[0-9a-f]{64}$/

function faultsOfOne({ what, sources }: Citing, recorded: Readonly<Record<string, string>>) {
  const names = sources.map(written)
  const found = sources.length === 0 ? [`${what} cites nothing`] : []
  if (new Set(names).size < names.length) found.push(`${what} cites a paragraph twice`)
  for (const source of sources) {
    const name = written(source)
    const within = source.paragraph >= 1 && source.paragraph <= paragraphsOf[source.document]
    if (!within) found.push(`${what}: ${name} is beyond the page`)
    if (furniture.includes(name)) found.push(`${what}: ${name} says nothing clinical`)
    if (!sha256.test(source.sha256)) found.push(`${what}: ${name} carries no SHA-256`)
    if (recorded[name] === undefined) found.push(`${what}: ${name} has no recorded hash`)
    else if (recorded[name] !== source.sha256) found.push(`${what}: ${name} carries another hash`)
  }
  return found
}

/** Lists, one sentence each, what is wrong with the citations and with the hashes recorded for them. */
export function faultsIn(
  citing: readonly Citing[],
  recorded: Readonly<Record<string, string>>,
): string[] {
  const cited = new Set(citing.flatMap(({ sources }) => sources.map(written)))
  const hashes = Object.values(recorded)
  return [
    ...citing.flatMap((one) => faultsOfOne(one, recorded)),
    ...Object.keys(recorded)
      .filter((name) => !cited.has(name))
      .map((name) => `${name} is recorded and nothing cites it`),
    ...Object.entries(recorded)
      .filter(([, hash], at) => hashes.indexOf(hash) !== at)
      .map(([name]) => `${name} has the hash of another paragraph`),
  ]
}
