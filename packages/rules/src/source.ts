import { z } from 'zod'

/** The two clinic pages the criteria come from; the product cites and paraphrases them, and holds none of their sentences. */
export const documents = {
  S1: {
    file: '000_22fbc0fc46b5b412.txt',
    describes: 'clinic page on kyphoplasty as a treatment option',
  },
  S2: {
    file: '003_49865dffeb7640f4.txt',
    describes: 'clinic page on kyphoplasty, its indications and its risks',
  },
} as const
export type DocumentId = keyof typeof documents

/** SHA-256 of each cited paragraph (counted from 1, blank lines left out, whitespace folded to single blanks). */
export const paragraphHashes = {
  'S1 3': '6102dee9c34276607824be99089eb9fcf030985f76fd0e2f4a30e1b543aee993',
  'S1 4': '05d4519ef9e8dcdcc7d84b62f732c388d64e4f46b725e24614e3fac4de2133c4',
  'S1 5': '52b9cfd8d740f4b813aba09918920a0c4e3c4aa63f1a4e7d7a13425b36fd22e6',
  'S1 6': '0fccdf756c397d08f3816480634eabf1aa65f9cd37798226b388b5bb7e7f63dd',
  'S1 7': 'd381a14e044b3c3441d3ff3cd6b963f1e5e415a856b9eef5ec8fe4a8ab62091f',
  'S2 2': 'e48921d7029ded1fb48d3c1b7e7487d8a79cd810ec2ba857cdc3002bc960645a',
  'S2 3': '448baa1000daf430def368f722716225b8fd637621cafc708758b819f5683794',
  'S2 7': 'c5ffd0a5f18a5eabad46584c1dc806b49d7e6fcb1493f8346ffac4ebb46e4487',
  'S2 9': '14c7af99147f3c23c6cc2c1208b83e4cdff99e359c3378e142d391709f141326',
  'S2 11': '1975db670d14355fc49462891089f552b28abac1c6739783e3782cdb54f3ca4d',
} as const

/** A citation: the document, the paragraph (from 1), and the SHA-256 the paragraph had when it was read. */
export const SourceCited = z.strictObject({
  document: z.enum(['S1', 'S2']),
  paragraph: z.int(),
  sha256: z.string(),
})
export type Source = z.infer<typeof SourceCited>

type Paragraph<D extends DocumentId> = keyof typeof paragraphHashes extends infer K
  ? K extends `${D} ${infer N extends number}`
    ? N
    : never
  : never

/** Cites a paragraph; one whose hash is not recorded does not compile. */
export const cite = <D extends DocumentId>(document: D, paragraph: Paragraph<D>): Source =>
  Object.freeze({
    document,
    paragraph,
    sha256: paragraphHashes[`${document} ${paragraph}` as keyof typeof paragraphHashes],
  })

/** Lists citations as they stay: frozen, for every result shares them. */
export const citing = (...cited: readonly Source[]): readonly Source[] => Object.freeze(cited)
