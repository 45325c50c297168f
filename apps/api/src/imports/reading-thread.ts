import { parentPort } from 'node:worker_threads'
import { type PieceLines, pieceReader, type Reading } from './piece-reader.ts'

type Asked = { bytes: Uint8Array; last: boolean; spare: PieceLines | undefined }

let read: ReturnType<typeof pieceReader> | undefined

/** The first message says how the file is to be read, each later one has a piece of it. */
parentPort?.on('message', (message: Reading | Asked) => {
  if (read === undefined) {
    read = pieceReader(message as Reading)
    return
  }
  const { bytes, last, spare } = message as Asked
  const piece = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), last, spare)
  const buffers = Object.values(piece.lines).flatMap(({ bytes, ends }) => [
    bytes.buffer,
    ends.buffer,
  ])
  const { storable, order } = piece
  const rows = [storable.buffer, order.patients.buffer, order.referrals.buffer]
  parentPort?.postMessage(piece, [...buffers, ...rows])
})
