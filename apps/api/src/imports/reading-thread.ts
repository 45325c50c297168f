import { parentPort, workerData } from 'node:worker_threads'
import { type PieceLines, pieceReader, type Reading } from './piece-reader.ts'

const read = pieceReader(workerData as Reading)

type Asked = { bytes: Uint8Array; last: boolean; spare: PieceLines | undefined }

parentPort?.on('message', ({ bytes, last, spare }: Asked) => {
  const piece = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), last, spare)
  const buffers = Object.values(piece.lines).flatMap(({ bytes, ends }) => [
    bytes.buffer,
    ends.buffer,
  ])
  const { storable, order } = piece
  const rows = [storable.buffer, order.patients.buffer, order.referrals.buffer]
  parentPort?.postMessage(piece, [...buffers, ...rows])
})
