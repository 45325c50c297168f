import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let webFolder: string
beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'kyphoscreen-web-'))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Kyphoscreen</title>')
  await writeFile(join(webFolder, 'assets', 'index-4f2a.js'), 'export {}')
  await writeFile(join(webFolder, 'assets', 'index-4f2a.js.gz'), gzipSync('export {}'))
  await writeFile(join(webFolder, '.secret'), 'not for the web')
  running = await runningApp({ webFolder })
})
afterAll(async () => {
  await running.close()
  await rm(webFolder, { recursive: true })
})

const html = { accept: 'text/html' }

describe('the web app', () => {
  for (const address of [
    '/',
    '/index.html',
    '/patients/0199a0a0-0000-7000-8000-000000000000',
    '/sign-in?then=/',
  ]) {
    it(`is served at ${address} and asked for again each time`, async () => {
      const answer = await running.send('GET', address, { headers: html })
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(answer.body).toContain('<title>Kyphoscreen</title>')
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    })
  }

  it('runs its own scripts alone and is shown in no frame', async () => {
    const { headers } = await running.send('GET', '/', { headers: html })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|\*|https?:/)
  })

  it('lets its hashed files be kept for ever', async () => {
    const { headers } = await running.send('GET', '/assets/index-4f2a.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toMatch(/javascript/)
  })

  it('sends the compressed copy of a file to those who read it', async () => {
    const encoding = { 'accept-encoding': 'gzip' }
    const answer = await running.send('GET', '/assets/index-4f2a.js', { headers: encoding })
    expect(answer.rawPayload).toEqual(gzipSync('export {}'))
    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'accept-encoding',
      'cache-control': 'public, max-age=31536000, immutable',
    })
    expect(answer.headers['content-type']).toMatch(/javascript/)
  })

  for (const address of ['/assets/gone.js', '/.secret', '/api', '/api/nothing']) {
    it(`is not served at ${address}, which is not found`, async () => {
      const answer = await running.send('GET', address, { headers: html })
      expect(answer.statusCode).toBe(404)
      expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:not-found' })
    })
  }

  it('is served where an address leads out of its folder', async () => {
    const answer = await running.send('GET', '/%2e%2e/%2e%2e/etc/passwd', { headers: html })
    expect(answer.body).toContain('<title>Kyphoscreen</title>')
  })

  it.each([
    ['If-Match', 'if-match', '"another"', 412],
    ['Range', 'range', 'bytes=9000-', 416],
  ])('refuses a file that is not as the %s wants it', async (_, name, value, status) => {
    const headers = { [name]: value }
    const answer = await running.send('GET', '/assets/index-4f2a.js', { headers })
    expect(answer.statusCode).toBe(status)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  })

  it('is not served to a POST', async () => {
    expect((await running.send('POST', '/', { body: {} })).statusCode).toBe(404)
  })
})

describe('without a build', () => {
  it('the page says what to do, and the API answers', async () => {
    const bare = await runningApp()
    const answer = await bare.send('GET', '/')
    expect(answer.json()).toMatchObject({ type: 'urn:kyphoscreen:problem:web-app-missing' })
    expect((await bare.send('GET', '/api/health/ready')).json()).toEqual({ status: 'ok' })
    await bare.close()
  })
})
