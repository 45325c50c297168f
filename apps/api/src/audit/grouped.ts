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

/** How many things a group takes at most, and how many must wait before another group begins beside one under way. */
type GroupSizes = { most: number; beside: number }

const groupsAtOnce = 2

/**
 * Does things together: what arrives at once, or while a group is under way, forms the next one. Where enough is waiting,
 * a second group begins beside the first, so that one is made ready while the other is done. A group that is refused is
 * tried again one by one, so that one that cannot be done harms no other.
 */
export function grouped<Item, Answer>(
  together: Together<Item, Answer>,
  { most, beside }: GroupSizes,
): (item: Item) => Promise<Answer> {
  const waiting: Waiting<Item, Answer>[] = []
  let underWay = 0
  let isCalled = false

  const isTurn = () =>
    underWay === 0 ? waiting.length > 0 : underWay < groupsAtOnce && waiting.length >= beside

  const next = () => {
    const isTwo = underWay === 0 && waiting.length >= 2 * beside
    return waiting.splice(0, Math.min(most, isTwo ? Math.ceil(waiting.length / 2) : waiting.length))
  }

  const go = async () => {
    const group = next()
    underWay += 1
    await answerAll(together, group)
    underWay -= 1
    call()
  }

  const call = () => {
    if (isCalled) return
    isCalled = true
    setImmediate(() => {
      isCalled = false
      while (isTurn()) void go()
    })
  }

  return (item) => {
    const one = { item, ...Promise.withResolvers<Answer>() }
    waiting.push(one)
    call()
    return one.promise
  }
}
