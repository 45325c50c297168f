import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../src/contract.ts'
import { type RunningApp, runningApp } from './running-app.ts'

const portOf = ({ app }: RunningApp): number => (app.server.address() as AddressInfo).port

let running: RunningApp
let port: number
beforeAll(async () => {
  running = await runningApp()
  await running.app.listen({ host: '127.0.0.1', port: 0 })
  port = portOf(running)
})
afterAll(() => running.close())

/** Sends bytes as they are and gives what comes back until the server closes. */
const exchange = (bytes: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const parts: Buffer[] = []
    socket.on('data', (part) => parts.push(part))
    socket.on('close', () => resolve(Buffer.concat(parts).toString()))
    socket.on('error', reject)
  })

const get = (path: string, ...headers: string[]) =>
  ['GET ', path, ' HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n', ...headers, '\r\n'].join(
    '',
  )

const post = (body: string, ...headers: string[]) =>
  `POST /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.join('')}\r\n${body}`

const json = 'Content-Type: application/json\r\n'

const broken: [string, string | Buffer, number][] = [
  ['bytes that are not HTTP', 'hello there\r\n\r\n', 400],
  ['the first bytes of TLS', Buffer.from('16030100a5010000a10303', 'hex'), 400],
  ['a method that is none', 'ZZYZX /api/session HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['no host', 'GET /api/session HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['two lengths', post('{}', json, 'Content-Length: 2\r\nContent-Length: 3\r\n'), 400],
  [
    'a length and chunks',
    post('0\r\n\r\n', json, 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'),
    400,
  ],
  ['a length that is none', post('{}', json, 'Content-Length: zzyzx\r\n'), 400],
  ['a broken chunk', post('zzyzx\r\n{}\r\n0\r\n\r\n', json, 'Transfer-Encoding: chunked\r\n'), 400],
  ['headers of 17 KiB', get('/api/session', `X-Long: ${'z'.repeat(17_408)}\r\n`), 431],
  ['a line of 17 KiB', get(`/api/${'z'.repeat(17_408)}`), 431],
  ['an address that cannot be decoded', get('/api/patients/%zz'), 400],
  ['an address of nothing', get('/api/zzyzx'), 404],
  ['an address above the root', get('/../../etc/passwd'), 404],
  ['a body of another kind', post('a=b', 'Content-Type: zzyzx\r\nContent-Length: 3\r\n'), 415],
  ['a body of no kind', post('a=b', 'Content-Length: 3\r\n'), 415],
  ['a body of 65 KiB announced', post('{', json, 'Content-Length: 66560\r\n'), 413],
  ['a control character in a header', get('/api/session', 'X-Odd: \u0001\r\n'), 400],
]

const security = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

describe('HTTP that is broken', () => {
  for (const [what, bytes, status] of broken) {
    it(`is answered ${status} by a problem that repeats nothing: ${what}`, async () => {
      const [head = '', body = ''] = (await exchange(bytes)).split('\r\n\r\n')
      expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(head).toMatch(/content-type: application\/problem\+json/i)
      expect(Problem.parse(JSON.parse(body))).toMatchObject({ status })
      expect(body).not.toMatch(/zzyzx|zzzz|passwd|%zz/i)
    })

    it(`is answered with the headers that protect: ${what}`, async () => {
      const [head = ''] = (await exchange(bytes)).toLowerCase().split('\r\n\r\n')
      const kept =
        what === 'an address above the root' ? { ...security, 'cache-control': '' } : security
      for (const [name, value] of Object.entries(kept)) {
        if (value !== '') expect(head).toContain(`\r\n${name}: ${value}`)
      }
      expect(head).toMatch(/frame-ancestors 'none'/)
      expect(head).not.toMatch(/unsafe-|x-powered-by|\r\nserver:/)
    })
  }

  it('leaves the server alive', async () => {
    expect(await exchange(get('/api/health/live'))).toMatch(/^HTTP\/1.1 200 /)
  })
})

const slow: [what: string, bytes: string, seconds: number, status: number][] = [
  ['its headers', 'GET /api/session HTTP/1.1\r\nHost: localhost\r\nX-Slow: ', 5, 408],
  [
    'its body',
    post('{', json, 'Content-Length: 9\r\n').replace(/Connection: close\r\n/, ''),
    10,
    408,
  ],
  [
    'a body that was refused',
    post('{', 'Content-Length: 9\r\n').replace(/Connection: close\r\n/, ''),
    9,
    415,
  ],
]

describe.concurrent('a client that never ends', () => {
  for (const [what, bytes, seconds, status] of slow) {
    it(`${what} is answered ${status} and closed after ${seconds} seconds`, async ({ expect }) => {
      const started = performance.now()
      expect(await exchange(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      expect(performance.now() - started).toBeLessThan(seconds * 1_000 + 3_000)
    })
  }
})

describe('a server that closes', () => {
  it('answers the request under way and closes its connection', async () => {
    const other = await runningApp()
    await other.app.listen({ host: '127.0.0.1', port: 0 })
    const address = `http://127.0.0.1:${portOf(other)}/api/session`
    const body = JSON.stringify({ username: 'surgeon', password: 'wrong' })
    const headers = { 'content-type': 'application/json' }
    const arrived = once(other.app.server, 'request')
    const underWay = fetch(address, { method: 'POST', headers, body })
    await arrived
    const [answer] = await Promise.all([underWay, other.close()])
    expect(answer.status).toBe(401)
  })
})
