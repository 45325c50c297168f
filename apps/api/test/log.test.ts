import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../src/postgres/client.ts'
import { meetingFindings, newPatient, type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
})
afterAll(() => running.close())

const canary = 'Canary-7731'

const marked = {
  ...newPatient(),
  mrn: canary,
  familyName: `${canary}-family`,
  givenName: `${canary}-given`,
}

async function useEverything(): Promise<void> {
  const patient = await running.send('POST', '/api/patients', { as, body: marked })
  const { id } = patient.json<{ id: string }>()
  const note = { ...meetingFindings.patient, qualityOfLifeNote: `${canary}\n    at ${canary}` }
  const findings = { ...meetingFindings, patient: note }
  await running.send('POST', '/api/patients', { as, body: marked })
  await running.send('POST', '/api/patients', { as, body: { ...marked, sex: canary } })
  await running.send('POST', '/api/patients/search', { as, body: { text: canary } })
  await running.send('POST', '/api/screenings', { as, body: { patientId: id, findings } })
  await running.send('POST', '/api/evaluations', { as, body: { ...findings, [canary]: canary } })
  await running.send('PUT', `/api/patients/${id}/draft`, { as, body: { form: { note } } })
  await running.send('GET', `/api/patients/${canary}`, { as })
  await running.send('GET', `/api/${canary}?name=${canary}`, { as })
  await running.send('GET', `/api/patients/%zz${canary}`, { as })
  await running.send('POST', '/api/patients', { as, body: `{"mrn":"${canary}"`, headers: json })
  const wrong = { username: canary, password: canary }
  await running.send('POST', '/api/session', { body: wrong, headers: { 'user-agent': canary } })
  await running.send('POST', '/api/patients', { as, headers: { 'idempotency-key': canary } })
}

const json = { 'content-type': 'application/json' }

describe('the log', () => {
  it('holds nothing that was typed, sent or searched for', async () => {
    await useEverything()
    expect(running.lines.length).toBeGreaterThan(12)
    expect(running.lines.join('')).not.toContain('7731')
  })

  it('is one JSON line an answer with method, route, status and time', async () => {
    await running.send('GET', '/api/ruleset?name=x', { as })
    const line = running.lines.at(-1) ?? ''
    expect(line.endsWith('\n')).toBe(true)
    expect(JSON.parse(line)).toEqual({
      level: 30,
      time: expect.any(Number),
      reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: 'GET',
      route: '/api/ruleset',
      status: 200,
      milliseconds: expect.any(Number),
      msg: 'answered',
    })
  })

  it('holds nothing that was typed when the database refuses it', async () => {
    await running.owner
      .$executeRaw`ALTER TABLE "Patient" ADD CONSTRAINT refuse CHECK ("familyName" NOT LIKE 'Canary%') NOT VALID`
    const body = { ...marked, mrn: `${canary}-2` }
    const answer = await running.send('POST', '/api/patients', { as, body })
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('7731')
    expect(running.lines.join('')).toContain('could not answer')
    expect(running.lines.join('')).not.toContain('7731')
  })
})

describe('a database that cannot be reached', () => {
  it('is a problem to try again later, for every route but being alive', async () => {
    const database = openDatabase('postgresql://nobody@127.0.0.1:9/none')
    const lost = await runningApp({ database })
    const body = { username: canary, password: canary }
    const answers = await Promise.all([
      lost.send('POST', '/api/session', { body }),
      lost.send('GET', '/api/session', { as: `kyphoscreen=${'a'.repeat(32)}` }),
      lost.send('GET', '/api/health/ready'),
    ])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503])
    expect(answers.map(({ headers }) => headers['retry-after'])).toEqual(['2', '2', '2'])
    expect((await lost.send('GET', '/api/health/live')).statusCode).toBe(200)
    expect(lost.lines.join('')).not.toContain('7731')
    await lost.close()
    await database.$disconnect()
  })

  it('is served again when its connections were cut', async () => {
    await running.owner
      .$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => running.send('GET', '/api/session', { as })),
    )
    const statuses = new Set(answers.map(({ statusCode }) => statusCode))
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
    const statusOf = async () => (await running.send('GET', '/api/session', { as })).statusCode
    await expect.poll(statusOf, { timeout: 5_000 }).toBe(200)
  })
})
