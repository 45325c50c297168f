import type { IncomingHttpHeaders } from 'node:http'
import type { RunningApp } from './running-app.ts'

/** One event as a browser reads it. */
export type Heard = { id: string; data: unknown }

/** A stream of events that is open, as a browser would have it. */
export type OpenedStream = {
  statusCode: number
  headers: IncomingHttpHeaders
  text: () => string
  events: () => Heard[]
  ended: Promise<void>
  leave: () => void
}

const heardIn = (text: string): Heard[] =>
  text
    .split('\n\n')
    .map((block) => /^id: (\d+)\ndata: (.*)$/.exec(block))
    .filter((match) => match !== null)
    .map(([, id = '', data = '']) => ({ id, data: JSON.parse(data) }))

/** Opens the stream of events and keeps what comes. */
export async function openedStream(
  { app }: RunningApp,
  as: string,
  { since, lastEventId }: { since?: string; lastEventId?: string } = {},
): Promise<OpenedStream> {
  const answer = await app.inject({
    method: 'GET',
    url: `/api/referrals/events${since === undefined ? '' : `?since=${since}`}`,
    headers: { cookie: as, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) },
    payloadAsStream: true,
  })
  const stream = answer.stream()
  let text = ''
  stream.on('data', (piece: Buffer) => {
    text += piece.toString('utf8')
  })
  const ended = new Promise<void>((resolve) => {
    stream.once('close', resolve).once('end', resolve)
  })
  return {
    statusCode: answer.statusCode,
    headers: answer.headers as IncomingHttpHeaders,
    text: () => text,
    events: () => heardIn(text),
    ended,
    leave: () => void stream.destroy(),
  }
}
