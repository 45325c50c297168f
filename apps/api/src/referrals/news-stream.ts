import { Readable } from 'node:stream'
import type { NewsFeed } from './news-feed.ts'
import type { Happened } from './news-store.ts'

/** What a stream of events needs: where events come from, what was seen last, and whether its listener is still signed in. */
export type Streaming = {
  feed: NewsFeed
  since: bigint | null
  signedIn: () => Promise<boolean>
  heartbeatMs: number
}

const comeBackAfterMs = 2_000
const mostBuffered = 262_144

/** Writes one event as server-sent events have it: which referral and what kind of thing, and nothing of a patient. */
const written = ({ sequence, referralId, kind }: Happened) =>
  `id: ${sequence}\ndata: ${JSON.stringify({ referralId, kind })}\n\n`

/**
 * Streams events until the listener leaves or is signed out. It says nothing before it listens, so that whoever hears it
 * misses nothing from then on. What was missed comes first; an event may come twice.
 * A listener that reads too slowly is cut off, to come back and ask for what it missed.
 */
export function eventStream({ feed, since, signedIn, heartbeatMs }: Streaming): Readable {
  const stream = new Readable({ read: () => undefined })
  let waiting: Happened[] | undefined = since === null ? undefined : []
  const end = () => {
    if (!stream.destroyed && !stream.readableEnded) stream.push(null)
    stopListening?.()
    stopListening = undefined
    clearInterval(heartbeat)
  }
  const say = (text: string) => {
    if (stream.readableLength > mostBuffered) stream.destroy()
    if (!stream.destroyed && !stream.readableEnded) stream.push(text)
  }
  const tell = (happened: readonly Happened[]) => {
    if (waiting) waiting.push(...happened)
    else say(happened.map(written).join(''))
  }
  let stopListening: (() => void) | undefined
  let heartbeat: NodeJS.Timeout | undefined
  const sayStillHere = () =>
    void signedIn().then((still) => (still ? say(': still here\n\n') : end()), end)
  stream.once('close', end)
  const begin = async () => {
    stopListening = await feed.listen(tell)
    if (stream.destroyed) return end()
    say(`retry: ${comeBackAfterMs}\n\n`)
    heartbeat = setInterval(sayStillHere, heartbeatMs).unref()
    if (since !== null)
      for await (const happened of feed.missed(since)) say(happened.map(written).join(''))
    const told = waiting ?? []
    waiting = undefined
    if (told.length > 0) tell(told)
  }
  begin().catch(end)
  return stream
}
