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

const bytesAtOnce = 65_536

/** Gives the lines of some rows, each after what comes first in it; `keptFrom` says from which byte of its own on the line is kept. */
export function* linesAfter(
  lines: CopyLines,
  rows: readonly number[],
  firstOf: (row: number, line: Buffer) => { first: string; keptFrom: number },
): Generator<Buffer> {
  let written = Buffer.allocUnsafeSlow(bytesAtOnce)
  let size = 0
  for (const row of rows) {
    const line = lineOf(lines, row)
    const { first, keptFrom } = firstOf(row, line)
    const most = mostBytesACharacter * first.length + line.length
    if (size + most > written.length) {
      yield written.subarray(0, size)
      written = Buffer.allocUnsafeSlow(Math.max(bytesAtOnce, most))
      size = 0
    }
    size += written.write(first, size)
    size += line.copy(written, size, keptFrom)
  }
  yield written.subarray(0, size)
}
