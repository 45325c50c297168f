import { Worker } from 'node:worker_threads'
import { type PieceLines, pieceReader, type Reading, type ReadPiece } from './piece-reader.ts'

/** Reads a file piece by piece, in order, and takes its bytes over; lines that are done with can be given back. */
export type FileReading = {
  read: (bytes: Uint8Array<ArrayBuffer>, last: boolean, spare?: PieceLines) => Promise<ReadPiece>
  stop: () => Promise<unknown>
}

const smallFileBytes = 16 * 1024

/** Starts to read a file: in a thread, which takes longer to start than a small file takes to be read. */
export const startReading = (reading: Reading, bytes: number): FileReading =>
  bytes > smallFileBytes ? inThread(reading) : here(reading)

function here(reading: Reading): FileReading {
  const read = pieceReader(reading)
  return {
    read: async (bytes, last) => read(Buffer.from(bytes), last),
    stop: async () => undefined,
  }
}

const newThread = (): Worker =>
  new Worker(new URL('./reading-thread.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 },
  })

let ahead: Worker | undefined

const takeAhead = (): Worker | undefined => {
  const worker = ahead
  ahead = undefined
  return worker
}

/** Starts a thread for the next file before it is known how that is to be read; gives how to end it when it was not needed. */
export function startThreadAhead(bytes: number): () => Promise<unknown> {
  if (bytes > smallFileBytes && ahead === undefined) {
    ahead = newThread()
    ahead.on('error', takeAhead).on('exit', takeAhead)
  }
  return async () => takeAhead()?.terminate()
}

/** Has a thread cut, check and screen rows while the database stores those before. */
function inThread(reading: Reading): FileReading {
  const worker = (takeAhead() ?? newThread()).off('error', takeAhead).off('exit', takeAhead)
  worker.postMessage(reading)
  const waiting: PromiseWithResolvers<ReadPiece>[] = []
  worker.on('message', (piece: ReadPiece) => waiting.shift()?.resolve(piece))
  let ended: Error | undefined
  const end = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(ended)
  }
  worker.on('error', end)
  worker.on('exit', () => end(new Error('the thread that reads has ended')))
  return {
    stop: () => worker.terminate(),
    read(bytes, last, spare) {
      if (ended) return Promise.reject(ended)
      const reading = Promise.withResolvers<ReadPiece>()
      reading.promise.catch(() => undefined)
      waiting.push(reading)
      const given = Object.values(spare ?? {}).map(({ bytes }) => bytes.buffer)
      worker.postMessage({ bytes, last, spare }, [bytes.buffer, ...given])
      return reading.promise
    },
  }
}
