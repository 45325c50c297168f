/** Lines of COPY, one a row; a row may have an empty one. `ends` says where each row's line ends. */
export type CopyLines = { bytes: Uint8Array<ArrayBuffer>; ends: Uint32Array<ArrayBuffer> }

const mostBytesACharacter = 3

/** Gathers lines of COPY into one piece of memory. */
export function linesGatherer(usualBytes: number) {
  let bytes = Buffer.from(new ArrayBuffer(usualBytes))
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
export function someLines(lines: CopyLines, rows: readonly number[]): Uint8Array {
  const { bytes, ends } = lines
  return rows.length === ends.length ? bytes : Buffer.concat(rows.map((row) => lineOf(lines, row)))
}

/** Gives the lines of some rows, each after what comes first in it; `keptFrom` says from which byte of its own on the line is kept. */
export function linesAfter(
  lines: CopyLines,
  rows: readonly number[],
  firstOf: (row: number, line: Buffer) => { first: string; keptFrom: number },
): Uint8Array {
  const written = Buffer.allocUnsafe(lines.bytes.length + rows.length * mostBytesFirst)
  let size = 0
  for (const row of rows) {
    const line = lineOf(lines, row)
    const { first, keptFrom } = firstOf(row, line)
    size += written.write(first, size)
    size += line.copy(written, size, keptFrom)
  }
  return written.subarray(0, size)
}

/** Two sequences, an id and two names of a hundred characters, which COPY may write twice as long. */
const mostBytesFirst = 2 * 20 + 40 + 2 * 2 * 100 * mostBytesACharacter
