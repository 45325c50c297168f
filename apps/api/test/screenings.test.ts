import { ruleset, screen } from '@kyphoscreen/rules'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Findings, type Screening, type ScreeningHistory } from '../src/contract.ts'
import {
  meetingFindings,
  type RunningApp,
  recorded,
  registered,
  runningApp,
} from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
})
afterAll(() => running.close())
beforeEach(async () => {
  patientId = (await registered(running, as)).id
})

const findings = Findings.parse(meetingFindings)
const draftReading = { signedOff: false, words: 'draft reading, not signed off' }

describe('evaluating findings', () => {
  it('answers as the rules do and stores nothing', async () => {
    const before = await running.owner.screening.count()
    const answer = await running.send('POST', '/api/evaluations', { as, body: meetingFindings })
    expect(answer.json()).toEqual({ ...screen(findings), reading: draftReading })
    expect(await running.owner.screening.count()).toBe(before)
  })
})

describe('recording a screening', () => {
  it('keeps findings, answer, author and time, and reads them back the same', async () => {
    const screening = await recorded(running, as, patientId)
    expect(screening).toMatchObject({
      patientId,
      findings: meetingFindings,
      result: screen(findings),
      reading: draftReading,
      recordedAt: '2026-11-21T09:00:00.000Z',
      recordedBy: { displayName: 'An invented surgeon', role: 'surgeon' },
    })
    const read = await running.send('GET', `/api/screenings/${screening.id}`, { as })
    expect(read.json()).toEqual(screening)
  })

  it('keeps the outcome and the ruleset it was made by in columns of their own', async () => {
    const { id } = await recorded(running, as, patientId)
    const row = await running.owner.screening.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({
      outcome: 'meets',
      rulesetId: ruleset.id,
      rulesetVersion: ruleset.version,
      rulesetHash: ruleset.hash,
    })
  })

  it('keeps a note byte for byte', async () => {
    const note = 'cannot dress\n\tnor sleep — é é 🦴 ‮ <b> {{y}}'
    const patient = { ...meetingFindings.patient, qualityOfLifeNote: note }
    const body = { patientId, findings: { ...meetingFindings, patient } }
    const screening: Screening = (
      await running.send('POST', '/api/screenings', { as, body })
    ).json()
    expect(screening.findings.patient?.qualityOfLifeNote).toBe(note)
  })

  it('stays readable when the rules have come to say more or less', async () => {
    const { id } = await recorded(running, as, patientId)
    const {
      id: _,
      facts: ___,
      missing: ____,
      decisive: _____,
      ...row
    } = await running.owner.screening.findUniqueOrThrow({ where: { id } })
    const { settles: __, ...result } = screen(findings)
    const older = await running.owner.screening.create({
      data: { ...row, findings: { ...meetingFindings, older: 1 }, result: { ...result, older: 2 } },
    })
    const headers = { cookie: as }
    const read = await running.app.inject({ url: `/api/screenings/${older.id}`, headers })
    expect(read.json()).toMatchObject({ findings: { older: 1 }, result: { older: 2 } })
  })

  it('ends the draft of its author alone', async () => {
    const navigator = await running.signIn('navigator')
    const url = `/api/patients/${patientId}/draft`
    for (const cookie of [as, navigator]) {
      await running.send('PUT', url, { as: cookie, body: { form: { painScore: '8' } } })
    }
    await recorded(running, as, patientId)
    const statuses = [as, navigator].map(async (cookie) => {
      return (await running.send('GET', url, { as: cookie })).statusCode
    })
    expect(await Promise.all(statuses)).toEqual([404, 200])
  })
})

describe('the history of a patient', () => {
  it('lists the screenings newest first, with their outcome', async () => {
    const first = await recorded(running, as, patientId)
    running.clock.pass(1)
    const second = await recorded(running, as, patientId)
    const answer = await running.send('GET', `/api/patients/${patientId}/screenings`, { as })
    const { screenings } = answer.json<ScreeningHistory>()
    expect(screenings.map(({ id }) => id)).toEqual([second.id, first.id])
    const { outcome, urgent, headline, assessedOn } = second.result
    expect(screenings[0]).toMatchObject({ outcome, urgent, headline, assessedOn })
  })

  it('is empty for a patient without screenings and absent for nobody', async () => {
    const empty = await running.send('GET', `/api/patients/${patientId}/screenings`, { as })
    expect(empty.json()).toEqual({ screenings: [] })
    const nobody = '/api/patients/0199a0a0-0000-7000-8000-000000000000/screenings'
    expect((await running.send('GET', nobody, { as })).statusCode).toBe(404)
  })
})

describe('a draft', () => {
  const form = { painScore: '7.', levels: [{ level: 'L1', onsetOn: '-3w' }], note: null }

  it('comes back as it was typed, to its author alone', async () => {
    const url = `/api/patients/${patientId}/draft`
    const saved = await running.send('PUT', url, { as, body: { form } })
    expect(saved.json()).toEqual({ form, savedAt: running.clock.now().toISOString() })
    expect((await running.send('GET', url, { as })).body).toBe(saved.body)
    const navigator = await running.signIn('navigator')
    expect((await running.send('GET', url, { as: navigator })).statusCode).toBe(404)
  })

  it('takes the place of the one before, however many are sent at once', async () => {
    const url = `/api/patients/${patientId}/draft`
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, count) =>
        running.send('PUT', url, { as, body: { form: { count } } }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(200))
    expect(await running.owner.draft.count({ where: { patientId } })).toBe(1)
  })

  it('is gone when it is discarded, and discarding again is no fault', async () => {
    const url = `/api/patients/${patientId}/draft`
    await running.send('PUT', url, { as, body: { form } })
    const statuses: number[] = []
    for (const method of ['DELETE', 'DELETE', 'GET']) {
      statuses.push((await running.send(method, url, { as })).statusCode)
    }
    expect(statuses).toEqual([204, 204, 404])
  })

  it('is refused for nobody', async () => {
    const url = '/api/patients/0199a0a0-0000-7000-8000-000000000000/draft'
    expect((await running.send('PUT', url, { as, body: { form } })).statusCode).toBe(404)
  })
})
