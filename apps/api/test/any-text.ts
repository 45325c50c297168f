import fc from 'fast-check'

const isHalfAPair = (point: number) => point >= 0xd800 && point <= 0xdfff

const character = fc
  .integer({ min: 0, max: 0x10_ffff })
  .filter((point) => !isHalfAPair(point))
  .map((point) => String.fromCodePoint(point))

/**
 * Text of any characters, and the words that trouble JavaScript.
 * The library's own arbitrary of all characters takes seconds to set up.
 */
export const anyText = (maxLength: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ maxLength }),
    fc.array(character, { maxLength }).map((characters) => characters.join('')),
  )
