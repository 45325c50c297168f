/** Rows of COPY, one after the other; a row may have none. `ends` says where each one ends. */
export type CopyLines = { bytes: Uint8Array<ArrayBuffer>; ends: Uint32Array<ArrayBuffer> }

/** Gathers rows of COPY into one piece of memory, that of rows which are done with when it is large enough. */
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
    /** Adds the next row, whose bytes are its characters. */
    add(line: string): void {
      makeRoom(line.length)
      size += bytes.write(line, size, 'latin1')
      ends.push(size)
    },
    /** Gives all the rows. */
    all: (): CopyLines => ({
      bytes: new Uint8Array(bytes.buffer, 0, size),
      ends: Uint32Array.from(ends),
    }),
  }
}

/** Tells where a row begins. */
export const startOf = ({ ends }: CopyLines, row: number): number =>
  row === 0 ? 0 : (ends[row - 1] ?? 0)

/** Gives a row. */
export const lineOf = (lines: CopyLines, row: number): Buffer => {
  const { bytes, ends } = lines
  const from = startOf(lines, row)
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, (ends[row] ?? from) - from)
}

/** Memory that rows are written in before they are sent, used again and again; what is written holds until the next time. */
export type Scratch = { bytes: Buffer }

const roomIn = (scratch: Scratch, most: number): Buffer => {
  if (scratch.bytes.length < most) scratch.bytes = Buffer.allocUnsafeSlow(most)
  return scratch.bytes
}

/** Where rows are taken from, which of them in which order, and the memory to write them in; `more` is how many bytes a row may grow by. */
export type Rewriting = {
  lines: CopyLines
  rows: readonly number[]
  scratch: Scratch
  more: number
}

/** Gives some rows in order, each as `write` completes it where it is written; it tells where the row ends then. */
export function rewritten(
  { lines, rows, scratch, more }: Rewriting,
  write: (written: Buffer, at: { from: number; end: number }, row: number) => number,
): Buffer[] {
  const written = roomIn(scratch, lines.bytes.length + more * rows.length)
  let size = 0
  for (const row of rows) {
    const from = startOf(lines, row)
    const end = lines.ends[row] ?? from
    written.set(lines.bytes.subarray(from, end), size)
    size = write(written, { from: size, end: size + end - from }, row)
  }
  return [written.subarray(0, size)]
}
