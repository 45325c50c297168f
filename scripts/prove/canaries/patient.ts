import { setTimeout as pause } from 'node:timers/promises'
import type { Role } from '../../../apps/api/src/contract.ts'
import { cells } from '../../../apps/api/test/access-cells.ts'
import { prepare, requestOf } from '../../../apps/api/test/access-requests.ts'
import { askedOn, type Day } from '../../../apps/api/test/audited-day.ts'
import type { RunningApp, Sent } from '../../../apps/api/test/running-app.ts'
import { canary, marked, markedCsv } from './marking.ts'
import { type Request, spoils } from './spoiled.ts'

type Cookies = Record<Role, string>

/** How the requests of one patient are sent. */
export type Sending = {
  owner: RunningApp['owner']
  signIn: RunningApp['signIn']
  send: (request: Request) => Promise<{ status: number; text: string }>
}

/** Routes that read everything, or that may be asked seldom: asked for the first patients alone. */
const seldom =
  /session|audit\/(log|export|verify|figures)|referrals\/(export|events)|settings|sign-off/
const patientsOfSeldom = 5

/** More wrong sign-ins would close the door to the right ones. */
const patientsOfWrongSignIns = 40

const writtenOf = (
  number: number,
  { method, url, as, body, headers }: Sent & { method: string; url: string },
): Request => {
  const isText = typeof body === 'string'
  const text = isText ? markedCsv(body, number) : JSON.stringify(marked(body, number))
  return {
    method,
    url,
    headers: {
      ...(as && { cookie: as }),
      ...(body !== undefined && { 'content-type': isText ? 'text/csv' : 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: text }),
  }
}

/** Sends what prepares others, and again while the machine is too busy to answer. */
async function sentPatiently(send: Sending['send'], request: Request) {
  for (let tries = 0; ; tries += 1) {
    const answer = await send(request)
    if (answer.status !== 503 || tries === 60) return answer
    await pause(500)
  }
}

/** Everything a patient's requests come to, as the tests' own helpers want it; every body is marked on its way. Who is signed in stays so, but where signing in is asked for. */
const runningFor = (number: number, { owner, signIn, send }: Sending, cookies: Cookies) =>
  ({
    owner,
    signIn: (role: Role) => (number < patientsOfSeldom ? signIn(role) : cookies[role]),
    send: async (method: string, url: string, sent: Sent = {}) => {
      const request = writtenOf(number, { method, url, ...sent })
      const { status, text } = await sentPatiently(send, request)
      return { statusCode: status, body: text, json: () => JSON.parse(text) }
    },
  }) as unknown as RunningApp

/** The request of a route as it should be asked; where what it needs is there already, as it comes. */
const asWanted = (day: Day, route: string) =>
  askedOn(day, route).catch(async () => {
    const maker = day.cookies.surgeon
    const request = await requestOf(day.running, route, { maker, known: day.known, refused: false })
    return { ...request, as: maker }
  })

const isSession = (route: string) => route.endsWith('/api/session')

/** Registers a marked patient and asks every route about them, as it should be and spoiled in turn. */
export async function askEveryRoute(
  number: number,
  cookies: Cookies,
  sending: Sending,
): Promise<number> {
  const running = runningFor(number, sending, cookies)
  const known = await prepare(running, cookies.surgeon)
  let asked = 0
  for (const [place, route] of Object.keys(cells).entries()) {
    if (seldom.test(route) && number >= patientsOfSeldom) continue
    const { method, url, as, body, headers } = await asWanted({ running, known, cookies }, route)
    const sent = { method, url, as, headers, ...(body !== undefined && { body }) }
    const request = isSession(route)
      ? { ...writtenOf(number, sent), ...(body !== undefined && { body: JSON.stringify(body) }) }
      : writtenOf(number, sent)
    await sending.send(request)
    const spoil = spoils[(number + place) % spoils.length]
    await sending.send(spoil?.(request) ?? request)
    asked += 2
  }
  if (number >= patientsOfWrongSignIns) return asked
  const wrong = { username: `${canary}-${number}`, password: `${canary} ${number} of the patient` }
  await sending.send(writtenOf(number, { method: 'POST', url: '/api/session', body: wrong }))
  return asked + 1
}
