import { parentPort } from 'node:worker_threads'
import { answersTo } from './answer.ts'
import type { Batch } from './batches.ts'

parentPort?.on('message', (batch: Batch) => {
  const answers = answersTo(batch)
  parentPort?.postMessage(answers, [answers.lines.buffer])
})
