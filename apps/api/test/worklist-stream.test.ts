import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { accountStore } from '../src/accounts/store.ts'
import { newsFeed } from '../src/referrals/news-feed.ts'
import { newsStore } from '../src/referrals/news-store.ts'
import { eventStream } from '../src/referrals/news-stream.ts'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
beforeAll(async () => {
  running = await runningApp()
})
afterAll(() => running.close())

const streaming = (signedIn: () => Promise<boolean>) => {
  const feed = newsFeed(newsStore(running.database))
  const stream = eventStream({ feed, since: null, signedIn, heartbeatMs: 30 })
  let text = ''
  stream.on('data', (piece: Buffer | string) => {
    text += piece.toString()
  })
  return { stream, text: () => text }
}

describe('A stream of events', () => {
  it('says that it is still there, and ends once its listener is signed out', async () => {
    let signedIn = true
    const { stream, text } = streaming(async () => signedIn)
    await vi.waitFor(() => expect(text()).toContain(': still here\n\n'), { timeout: 15_000 })
    expect(text().startsWith('retry: 2000\n\n')).toBe(true)
    signedIn = false
    await once(stream, 'end')
  })

  it('says nothing before it listens', async () => {
    const listening = Promise.withResolvers<void>()
    const feed = newsFeed(newsStore(running.database))
    const listen: typeof feed.listen = async (tell) => {
      await listening.promise
      return feed.listen(tell)
    }
    const signedIn = async () => true
    const stream = eventStream({ feed: { ...feed, listen }, since: null, signedIn, heartbeatMs: 5 })
    let text = ''
    stream.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(text).toBe('')
    listening.resolve()
    await vi.waitFor(() => expect(text).toMatch(/^retry: 2000\n\n/), { timeout: 15_000 })
    stream.destroy()
  })

  it('ends when it cannot be told whether its listener is signed in', async () => {
    const { stream } = streaming(async () => {
      throw new Error('the database is away')
    })
    await once(stream, 'end')
  })

  it('ends when its session has ended without an activity', async () => {
    const as = await running.signIn('navigator')
    const sessionId = decodeURIComponent(as.split('=')[1] ?? '')
    const accounts = accountStore(running.database, running.clock.now)
    const { stream, text } = streaming(async () => (await accounts.resume(sessionId)) !== null)
    await vi.waitFor(() => expect(text()).toContain(': still here\n\n'), { timeout: 15_000 })
    running.clock.pass(16)
    await once(stream, 'end')
  })

  it('outlasts the time a request may take to arrive, and ends at once with the server', async () => {
    const as = await running.signIn('surgeon')
    await running.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = running.app.server.address() as AddressInfo
    const path = '/api/referrals/events'
    const request = get({ port, host: '127.0.0.1', path, headers: { cookie: as } })
    const [answer] = (await once(request, 'response')) as [IncomingMessage]
    answer.resume()
    await new Promise((resolve) => setTimeout(resolve, 11_500))
    expect([answer.statusCode, answer.destroyed]).toEqual([200, false])
    const started = performance.now()
    const ended = once(answer, 'end')
    await Promise.all([running.app.close(), ended])
    expect(performance.now() - started).toBeLessThan(3_000)
  })
})
