import { inflateSync } from 'node:zlib'

type Glyphs = ReadonlyMap<number, string>

const hex = (text: string | undefined) => Number.parseInt(text ?? '', 16)

function objectsOf(pdf: Buffer): ReadonlyMap<string, string> {
  const objects = pdf.toString('latin1').matchAll(/(\d+) 0 obj\s([\s\S]*?)\sendobj/g)
  return new Map(Array.from(objects, ([, number = '', body = '']) => [number, body]))
}

function streamOf(body = ''): string {
  const [begins, length] = /\/Length (\d+)[\s\S]*?>>\s*stream\r?\n/.exec(body) ?? []
  if (begins === undefined) return ''
  const from = body.indexOf(begins) + begins.length
  const packed = Buffer.from(body.slice(from, from + Number(length)), 'latin1')
  return inflateSync(packed).toString('latin1')
}

function glyphsOf(toUnicode: string): Glyphs {
  const glyphs = new Map<number, string>()
  for (const [, part = ''] of toUnicode.matchAll(/beginbf(?:char|range)([\s\S]*?)endbf/g)) {
    for (const line of part.trim().split('\n')) {
      const [first = 0, second = 0, third] =
        line.match(/<[0-9A-F]+>/g)?.map((word) => hex(word.slice(1))) ?? []
      const [last, letter] = third === undefined ? [first, second] : [second, third]
      for (let glyph = first; glyph <= last; glyph += 1) {
        glyphs.set(glyph, String.fromCodePoint(letter + glyph - first))
      }
    }
  }
  return glyphs
}

function textOf(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let glyphs: Glyphs = new Map()
  let text = ''
  for (const [word, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>|\bET\b/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map()
    if (word === 'ET') text += ' '
    for (const glyph of shown?.match(/.{4}/g) ?? []) text += glyphs.get(hex(glyph)) ?? '\uFFFD'
  }
  return text
}

/** Reads the text of each page of a PDF that Chromium has printed, as it would be copied from paper. */
export function pagesOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf)
  const fonts = new Map(
    Array.from(pdf.toString('latin1').matchAll(/\/(F\d+) (\d+) 0 R/g), ([, name = '', at = '']) => {
      const [, toUnicode = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(at) ?? '') ?? []
      return [name, glyphsOf(streamOf(objects.get(toUnicode)))]
    }),
  )
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\s/.test(body))
    .map((body) => {
      const [, content = ''] = /\/Contents (\d+) 0 R/.exec(body) ?? []
      return textOf(streamOf(objects.get(content)), fonts)
        .replaceAll(/\s+/g, ' ')
        .trim()
    })
}
