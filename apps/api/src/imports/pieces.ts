import type { Claim } from './claim.ts'
import type { PieceLines, ReadPiece } from './piece-reader.ts'
import { startReading } from './reading.ts'
import type { Session } from './session.ts'
import { pieceBytes, readPiece } from './stored-file.ts'

/** Gives the read pieces of an import's file from where it stands; the next one is read while one is stored. A piece holds until the next one is asked for. */
export async function* piecesOf(files: Session, claim: Claim): AsyncGenerator<ReadPiece> {
  const { id, bytes, from, layout, today, byId, at } = claim
  const common =
    claim.state === 'importing' ? { importId: id, byId, at: at.toISOString() } : undefined
  const reading = startReading({ layout, from, today, common }, bytes)
  const isLast = (number: number) => (number + 1) * pieceBytes >= bytes
  const first = Math.min(Math.floor(from.used / pieceBytes), Math.floor(bytes / pieceBytes))
  let spare: PieceLines | undefined
  const read = async (number: number) => {
    const piece = await readPiece(files, id, number)
    const skipped = number === first ? from.used - first * pieceBytes : 0
    const given = spare
    spare = undefined
    return reading.read(piece.subarray(skipped), isLast(number), given)
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
      spare = piece.lines
    }
  } finally {
    await reading.stop()
  }
}
