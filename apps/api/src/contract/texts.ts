import { z } from 'zod'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const controlCharacter = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
const controlCharacterInProse = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

const writable = (longest: number, refused: RegExp) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !refused.test(text), {
      error: 'holds characters that cannot be stored; type it again',
    })
    .refine((text) => text.trim() !== '', { error: 'must not be blank' })

/** One line of text that is not blank. */
export const line = (longest: number) => writable(longest, controlCharacter)

/** Text of any number of lines that is not blank. */
export const prose = (longest: number) => writable(longest, controlCharacterInProse)

/** One line of text without a space at either end. */
export const exactLine = (longest: number) =>
  line(longest).refine((text) => text === text.trim(), {
    error: 'must not begin or end with a space',
  })
