import { setImmediate as arrived } from 'node:timers/promises'
import { databaseFailure } from '../database-failures.ts'

type Waiting<Item, Answer> = { item: Item } & PromiseWithResolvers<Answer>

type Together<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>

async function answerEach<Item, Answer>(
  together: Together<Item, Answer>,
  waiting: readonly Waiting<Item, Answer>[],
): Promise<void> {
  const answers = await together(waiting.map(({ item }) => item))
  for (const [place, { resolve }] of waiting.entries()) resolve(answers[place] as Answer)
}

/** What the database has refused was not done and may be tried again; of what was cut off nobody knows. */
const wasRefused = (error: unknown) => databaseFailure(error) !== 'server-busy'

async function answerAll<Item, Answer>(
  together: Together<Item, Answer>,
  waiting: readonly Waiting<Item, Answer>[],
): Promise<void> {
  try {
    await answerEach(together, waiting)
  } catch (error) {
    if (waiting.length === 1 || !wasRefused(error)) {
      for (const { reject } of waiting) reject(error)
      return
    }
    for (const one of waiting) await answerAll(together, [one])
  }
}

/**
 * Does things together: what arrives at once, or while a group is under way, forms the next one. A group that is refused
 * is tried again one by one, so that one that cannot be done harms no other.
 */
export function grouped<Item, Answer>(
  together: Together<Item, Answer>,
  most: number,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = []
  let isBusy = false
  const go = async () => {
    await arrived()
    while (waiting.length > 0) {
      await answerAll(together, waiting.splice(0, most))
      await arrived()
    }
    isBusy = false
  }
  return (item) => {
    const one = { item, ...Promise.withResolvers<Answer>() }
    waiting.push(one)
    if (!isBusy) {
      isBusy = true
      void go()
    }
    return one.promise
  }
}
