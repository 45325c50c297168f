import type { Claim } from './claim.ts'
import type { ReadPiece } from './piece-reader.ts'
import { startReading } from './reading.ts'
import type { Session } from './session.ts'
import { chunkBytes, readChunk } from './stored-file.ts'

/** Gives the read pieces of an import's file from where it stands; the next one is read while one is stored. */
export async function* piecesOf(files: Session, claim: Claim): AsyncGenerator<ReadPiece> {
  const { id, bytes, from, layout, today, byId, at } = claim
  const common =
    claim.state === 'importing' ? { importId: id, byId, at: at.toISOString() } : undefined
  const reading = startReading({ layout, from, today, common }, bytes)
  const isLast = (number: number) => (number + 1) * chunkBytes >= bytes
  const first = Math.min(Math.floor(from.used / chunkBytes), Math.floor(bytes / chunkBytes))
  const read = async (number: number) => {
    const chunk = await readChunk(files, id, number)
    const skipped = number === first ? from.used - first * chunkBytes : 0
    return reading.read(chunk.subarray(skipped), isLast(number))
  }
  const readAhead = (number: number) => {
    const piece = read(number)
    piece.catch(() => undefined)
    return piece
  }
  try {
    let ahead = readAhead(first)
    for (let number = first; ; number++) {
      const piece = await ahead
      if (isLast(number)) return yield piece
      ahead = readAhead(number + 1)
      yield piece
    }
  } finally {
    await reading.stop()
  }
}
