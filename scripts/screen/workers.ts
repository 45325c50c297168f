import { Worker } from 'node:worker_threads'
import type { Answers } from './answer.ts'
import type { Batch } from './batches.ts'

/** Keeps the young memory of each thread small: its garbage is short-lived, and several threads share what there is. */
const resourceLimits = { maxYoungGenerationSizeMb: 4 }

/** Answers batches in worker threads, in the order of the batches; few are under way at once. The lines of one hold until the next one is asked for. */
export async function* answersByWorkers(
  batches: AsyncIterable<Batch>,
  jobs: number,
): AsyncGenerator<Answers> {
  const crew = Array.from({ length: jobs }, hire)
  const underWay: Promise<Answers>[] = []
  let turn = 0
  try {
    for await (const batch of batches) {
      const answering = crew[turn++ % jobs]?.answer(batch)
      if (answering) underWay.push(answering)
      if (underWay.length >= jobs * 2) yield* oldestOf(underWay)
    }
    while (underWay.length > 0) yield* oldestOf(underWay)
  } finally {
    await Promise.all(crew.map(({ stop }) => stop()))
  }
}

async function* oldestOf(underWay: Promise<Answers>[]) {
  const answers = await underWay.shift()
  if (answers === undefined) return
  yield answers
  giveBack(answers.lines)
}

/** Frees the memory of lines that are written, which the garbage collector would leave for long. */
function giveBack({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0)
}

function hire() {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { resourceLimits })
  const waiting: PromiseWithResolvers<Answers>[] = []
  worker.on('message', (answers: Answers) => waiting.shift()?.resolve(answers))
  worker.on('error', (error) => {
    for (const { reject } of waiting) reject(error)
  })
  return {
    stop: () => worker.terminate(),
    answer(batch: Batch): Promise<Answers> {
      const answering = Promise.withResolvers<Answers>()
      answering.promise.catch(() => undefined)
      waiting.push(answering)
      const bytes = new Uint8Array(batch.bytes)
      worker.postMessage({ ...batch, bytes }, [bytes.buffer])
      return answering.promise
    },
  }
}
