import { Worker } from 'node:worker_threads'
import type { Reading, ReadPiece } from './piece-reader.ts'

/** A thread that reads a file piece by piece, in order. */
export type ReadingThread = {
  read: (bytes: Uint8Array, last: boolean) => Promise<ReadPiece>
  stop: () => Promise<unknown>
}

/** Starts a thread that cuts, checks and screens rows while the database stores those before. */
export function startReading(reading: Reading): ReadingThread {
  const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), {
    workerData: reading,
    resourceLimits: { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 8 },
  })
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
    read(bytes, last) {
      if (ended) return Promise.reject(ended)
      const reading = Promise.withResolvers<ReadPiece>()
      reading.promise.catch(() => undefined)
      waiting.push(reading)
      const own = new Uint8Array(bytes)
      worker.postMessage({ bytes: own, last }, [own.buffer])
      return reading.promise
    },
  }
}
