/** Lines of COPY, one a row; a row may have an empty one. `ends` says where each row's line ends. */
export type CopyLines = { bytes: Uint8Array<ArrayBuffer>; ends: Uint32Array<ArrayBuffer> }

const mostBytesACharacter = 3

/** Gathers lines of COPY into one piece of memory, that of lines which are done with when it is large enough. */
export function linesGatherer(usualBytes: number, spare?: CopyLines) {
  const again = spare && spare.bytes.buffer.byteLength >= usualBytes
  let bytes = Buffer.from(again ? spare.bytes.buffer : new ArrayBuffer(usualBytes))
  let size = 0
  const ends: number[] = []

  const makeRoom = (more: number) => {
    if (size + more <= bytes.length) return
    const larger = Buffer.from(new ArrayBuffer(2 * (bytes.length + more)))
    larger.set(bytes.subarray(0, size))
    bytes = larger
  }

  return {
    /** Adds the line of the next row. */
    add(line: string): void {
      makeRoom(mostBytesACharacter * line.length)
      size += bytes.write(line, size)
      ends.push(size)
    },
    /** Gives all the lines. */
    all: (): CopyLines => ({
      bytes: new Uint8Array(bytes.buffer, 0, size),
      ends: Uint32Array.from(ends),
    }),
  }
}

/** Gives the line of a row. */
export const lineOf = ({ bytes, ends }: CopyLines, row: number): Buffer => {
  const from = row === 0 ? 0 : (ends[row - 1] ?? 0)
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, (ends[row] ?? from) - from)
}

/** Gives the lines of some rows as they are. */
export function someLines(lines: CopyLines, rows: readonly number[]): Buffer[] {
  const { bytes, ends } = lines
  return rows.length === ends.length
    ? [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)]
    : rows.map((row) => lineOf(lines, row))
}

/** Memory that lines are written in before they are sent, used again and again; what is written holds until the next time. */
export type Scratch = { bytes: Buffer }

const roomIn = (scratch: Scratch, most: number): Buffer => {
  if (scratch.bytes.length < most) scratch.bytes = Buffer.allocUnsafeSlow(most)
  return scratch.bytes
}

/** Gives the lines of some rows, each after what comes first in it; `keptFrom` says from which byte of its own on the line is kept. */
export function linesAfter(
  { lines, rows, scratch }: { lines: CopyLines; rows: readonly number[]; scratch: Scratch },
  firstOf: (row: number, line: Buffer) => { first: string; keptFrom: number },
): Buffer[] {
  const firsts = rows.map((row) => firstOf(row, lineOf(lines, row)))
  const characters = firsts.reduce((sum, { first }) => sum + first.length, 0)
  const most = lines.bytes.length + mostBytesACharacter * characters
  const written = roomIn(scratch, most)
  let size = 0
  for (const [index, { first, keptFrom }] of firsts.entries()) {
    size += written.write(first, size)
    size += lineOf(lines, rows[index] ?? 0).copy(written, size, keptFrom)
  }
  return [written.subarray(0, size)]
}
