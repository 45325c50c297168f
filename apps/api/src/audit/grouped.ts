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
 * Does things together: what arrives while a group is under way forms the next one. A group that is refused is tried
 * again one by one, so that one that cannot be done harms no other.
 */
export function grouped<Item, Answer>(
  together: Together<Item, Answer>,
  most: number,
): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = []
  let underWay = false
  const go = async () => {
    underWay = true
    while (waiting.length > 0) {
      const group = waiting.slice(0, most)
      waiting = waiting.slice(most)
      await answerAll(together, group)
    }
    underWay = false
  }
  return (item) => {
    const one = { item, ...Promise.withResolvers<Answer>() }
    waiting.push(one)
    if (!underWay) void go()
    return one.promise
  }
}
