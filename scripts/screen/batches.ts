/** Whole lines as they came, each ended by a line feed, and the number of the first one. */
export type Batch = { firstLine: number; bytes: Uint8Array }

/** The longest line that is read, in bytes; a longer one is refused without being kept. */
export const longestLine = 1024 * 1024

const lineFeed = 10
const nothing = new Uint8Array(0)

/**
 * Cuts a stream of bytes into batches of whole lines. A line longer than the longest is cut just
 * past that length, so that it is still seen as too long and never fills the memory.
 */
export async function* batchesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Batch> {
  let firstLine = 1
  let open: Uint8Array = nothing
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(lineFeed) + 1
    if (end === 0) {
      open = joined(open, chunk)
      continue
    }
    const bytes = joined(open, chunk.subarray(0, end))
    open = joined(nothing, chunk.subarray(end))
    for (const piece of piecesOf(bytes)) {
      yield { firstLine, bytes: piece }
      firstLine += countLines(piece)
    }
  }
  if (open.length > 0) yield { firstLine, bytes: joined(open, Uint8Array.of(lineFeed)) }
}

const bytesAtOnce = 64 * 1024

/** Cuts whole lines into pieces of whole lines, none much larger than is best answered at once. */
function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const least = Math.min(from + bytesAtOnce, bytes.length)
    const end = bytes.indexOf(lineFeed, least - 1) + 1
    yield bytes.subarray(from, end)
    from = end
  }
}

function joined(open: Uint8Array, more: Uint8Array): Uint8Array {
  const room = Math.max(0, longestLine + 1 - open.length)
  const feed = more.indexOf(lineFeed)
  const lineEnd = feed === -1 ? more.length : feed
  const kept = more.subarray(0, Math.min(lineEnd, room))
  return Buffer.concat([open, kept, more.subarray(lineEnd)])
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count++
  return count
}
