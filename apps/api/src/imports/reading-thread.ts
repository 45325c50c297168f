import { parentPort, workerData } from 'node:worker_threads'
import { pieceReader, type Reading } from './piece-reader.ts'

const read = pieceReader(workerData as Reading)

parentPort?.on('message', ({ bytes, last }: { bytes: Uint8Array; last: boolean }) => {
  const piece = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), last)
  const buffers = Object.values(piece.lines).flatMap(({ bytes, ends }) => [
    bytes.buffer,
    ends.buffer,
  ])
  const { storable, order } = piece
  const rows = [storable.buffer, order.patients.buffer, order.referrals.buffer]
  parentPort?.postMessage(piece, [...buffers, ...rows])
})
