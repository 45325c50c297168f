import { randomInt } from 'node:crypto'

/** The characters of a password: none that could be taken for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/** A password that nobody can guess and anybody can type: about 79 bits. */
export const randomPassword = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join(''),
  ).join('-')
