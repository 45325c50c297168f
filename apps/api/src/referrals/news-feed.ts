import { type Happened, mostAtOnce, type NewsStore } from './news-store.ts'

/** Told of what happens; called with at least one event. */
export type Tell = (happened: readonly Happened[]) => void

/** Where a process asks for news, and how it stops: one question a second for all who listen, none when nobody does. */
export type NewsFeed = {
  /** Tells what happens from now on, until the returned function is called. */
  listen: (tell: Tell) => Promise<() => void>
  /** Gives what happened after an event, and what may have been written out of order around it. */
  missed: (since: bigint) => AsyncGenerator<Happened[]>
}

const everyMs = 1_000

/** Longer than any transaction lasts: what took a number before may be seen that much later. */
const unsettledSeconds = 15

/** Gives the events of the last seconds once each, though the later number may be seen before the earlier one. */
function watermark(from: bigint) {
  const seen = new Map<bigint, number>()
  let floor = from
  const settle = (now: number) => {
    for (const [sequence, at] of seen) {
      if (now - at > unsettledSeconds * 1_000 && sequence > floor) floor = sequence
    }
    for (const sequence of seen.keys()) if (sequence <= floor) seen.delete(sequence)
  }
  return {
    floor: () => floor,
    unseen(happened: readonly Happened[]): Happened[] {
      const now = performance.now()
      const unseen = happened.filter(({ sequence }) => !seen.has(sequence))
      for (const { sequence } of unseen) seen.set(sequence, now)
      settle(now)
      return unseen
    },
  }
}

type Watermark = ReturnType<typeof watermark>

async function* everythingAfter(store: NewsStore, since: bigint): AsyncGenerator<Happened[]> {
  let from = since
  for (;;) {
    const happened = await store.after(from)
    if (happened.length > 0) yield happened
    if (happened.length < mostAtOnce) return
    from = happened.findLast(({ kind }) => kind !== 'imported')?.sequence ?? from
  }
}

/** Makes the feed of a process; it asks the database only while somebody listens. */
export function newsFeed(store: NewsStore): NewsFeed {
  const listeners = new Set<Tell>()
  let asking: { started: Promise<void>; timer?: NodeJS.Timeout } | undefined

  const ask = async (mark: Watermark) => {
    for await (const happened of everythingAfter(store, mark.floor())) {
      const unseen = mark.unseen(happened)
      if (unseen.length > 0) for (const tell of listeners) tell(unseen)
    }
  }
  const askAgain = (mark: Watermark, round: NonNullable<typeof asking>) => {
    if (asking !== round) return
    round.timer = setTimeout(async () => {
      await ask(mark).catch(() => undefined)
      askAgain(mark, round)
    }, everyMs)
    round.timer.unref()
  }
  const start = async () => {
    const mark = watermark(await store.settledBefore(await store.newest(), unsettledSeconds))
    for await (const happened of everythingAfter(store, mark.floor())) mark.unseen(happened)
    if (asking) askAgain(mark, asking)
  }
  const stopListening = (tell: Tell) => {
    listeners.delete(tell)
    if (listeners.size > 0) return
    clearTimeout(asking?.timer)
    asking = undefined
  }

  return {
    async listen(tell) {
      listeners.add(tell)
      asking ??= { started: Promise.resolve().then(start) }
      await asking.started.catch((error: unknown) => {
        stopListening(tell)
        throw error
      })
      return () => stopListening(tell)
    },
    async *missed(since) {
      yield* everythingAfter(store, await store.settledBefore(since, unsettledSeconds))
    },
  }
}
