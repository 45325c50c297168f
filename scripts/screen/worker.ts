import { parentPort } from 'node:worker_threads'
import { answersTo } from './answer.ts'
import type { Batch } from './batches.ts'

parentPort?.on('message', (batch: Batch) => {
  const answers = answersTo(batch)
  const lines = new Uint8Array(answers.lines)
  parentPort?.postMessage({ ...answers, lines }, [lines.buffer])
})
