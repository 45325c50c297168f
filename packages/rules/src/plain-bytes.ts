/** JSON text as bytes, seen one by one and four at a time, how far it is read, and where it ends. */
export type Plain = {
  readonly bytes: Uint8Array
  readonly view: DataView
  at: number
  readonly end: number
}

const [space, quote, comma, openList, closeList, closeObject] = [32, 34, 44, 91, 93, 125]

function endOfText({ bytes, end }: Plain, from: number): number {
  let at = from
  while (at < end && bytes[at] !== quote) at++
  return at
}

/** Finds where a member ends whose value may hold commas; of one that is not written plainly it gives a piece that is no JSON. */
export function endOfMember(plain: Plain, from: number): number {
  const { bytes, end } = plain
  let at = endOfText(plain, from + 1) + 2
  if (bytes[at] === space) at++
  if (bytes[at] === quote) return endOfText(plain, at + 1) + 1
  if (bytes[at] !== openList) return nextMark(plain, at)
  while (at < end && bytes[at] !== closeList) at++
  return at + 1
}

/** Tells whether a byte ends a member. */
export const isMark = (byte: number | undefined) => byte === comma || byte === closeObject

/** Finds the next byte that ends a member. */
export function nextMark({ bytes, end }: Plain, from: number): number {
  let at = from
  while (at < end && !isMark(bytes[at])) at++
  return at
}
