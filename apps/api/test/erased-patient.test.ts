import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLog } from '../src/audit/command.ts'
import type { Referral, Screening } from '../src/contract.ts'
import { replayCommand } from '../src/replay/command.ts'
import { against, decided } from './a-decision.ts'
import { receivedReferral, sendChange, sendStep } from './a-referral.ts'
import {
  meetingFindings,
  newPatient,
  type RunningApp,
  recorded,
  registered,
  runningApp,
} from './running-app.ts'
import { letter } from './told-evidence.ts'

const canary = 'Quokka7731'

let running: RunningApp
let surgeon: string
let patientId: string
let screening: Screening
let decisionId: string
let referral: Referral
beforeAll(async () => {
  running = await runningApp()
  surgeon = await running.signIn('surgeon')
  const body = { ...newPatient(), mrn: canary, familyName: canary, givenName: canary }
  patientId = (await running.send('POST', '/api/patients', { as: surgeon, body })).json().id
  await running.send('POST', '/api/patients/search', { as: surgeon, body: { text: canary } })
  const patient = { ...meetingFindings.patient, qualityOfLifeNote: canary }
  const findings = { ...meetingFindings, patient }
  screening = (
    await running.send('POST', '/api/screenings', {
      as: surgeon,
      body: { patientId, findings },
      headers: { 'idempotency-key': 'once' },
    })
  ).json()
  const reason = { ...against.reason, text: canary }
  const decision = { ...against, note: canary, reason }
  decisionId = (await decided(running, surgeon, screening.id, decision)).id
  referral = await receivedReferral(running, surgeon, { patientId, reason: canary })
  const add = async (path: string, added: unknown) => {
    const sent = await sendChange(running, surgeon, referral, ['POST', path, added])
    referral = sent.json()
  }
  await add('/evidence', letter)
  await add('/notes', { text: canary })
  const draft = { form: { note: canary } }
  await running.send('PUT', `/api/patients/${patientId}/draft`, { as: surgeon, body: draft })
})
afterAll(() => running.close())

const erase = (id = patientId, why = 'court-order') =>
  commandLog(running.ownerUrl, { action: 'erase-patient', patientId: id, why })

const read = (url: string) => running.send('GET', url, { as: surgeon })

/** Names the tables in which something holds the mark. */
async function holding({ owner }: RunningApp): Promise<string[]> {
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  const counts = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*)::int AS rows FROM "${name}" AS t WHERE t::text LIKE '%${canary}%'`,
  )
  const found = await owner.$queryRawUnsafe<{ name: string; rows: number }[]>(
    counts.join(' UNION ALL '),
  )
  const sealed = await owner.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM "AuditDetail"
    WHERE position(convert_to(${canary}, 'UTF8') IN "details") > 0`
  const withSealed = [...found, { name: 'sealed', rows: sealed[0]?.rows ?? 0 }]
  return withSealed.filter(({ rows }) => rows > 0).map(({ name }) => name)
}

const checked = () => running.app.audit.check()

describe('Erasing a patient', () => {
  it('is refused while a referral is open, without a reason, and of nobody', async () => {
    await expect(erase()).rejects.toThrow('close it first')
    await expect(erase(patientId, 'Because!')).rejects.toThrow('one word')
    await expect(erase('everybody')).rejects.toThrow('by the id')
    await expect(erase(screening.id)).rejects.toThrow('no patient of this id')
    expect(await holding(running)).toContain('Screening')
  })

  it('is not for the application', async () => {
    await expect(
      running.database.$queryRaw`SELECT erase_patient(${patientId}::uuid, 'court-order')`,
    ).rejects.toThrow('permission denied')
  })

  it('leaves nothing of what was recorded, in the records or in the log, which stays right', async () => {
    referral = (await sendStep(running, surgeon, referral, 'closed')).json()
    await running.app.audit.sign()
    expect(await erase()).toContain('Erased the patient')
    expect(await holding(running)).toEqual([])
    expect((await checked()).fault).toBeNull()
    const entry = await running.owner.auditEntry.findFirst({ where: { action: 'patient-erased' } })
    expect(entry).toMatchObject({ patientId, onId: patientId, outcome: 'done' })
    await expect(erase()).rejects.toThrow('not erased already')
  })

  it('is told wherever the patient is asked for, and never as something empty', async () => {
    for (const url of [
      `/api/patients/${patientId}`,
      `/api/patients/${patientId}/screenings`,
      `/api/patients/${patientId}/referrals`,
      `/api/screenings/${screening.id}`,
      `/api/screenings/${screening.id}/decisions`,
      `/api/screenings/${screening.id}/receipt`,
      `/api/decisions/${decisionId}/receipt`,
      `/api/referrals/${referral.id}`,
    ]) {
      const answer = await read(url)
      expect([url, answer.statusCode, answer.json().title]).toEqual([url, 410, 'This was erased'])
      const says = /^Erased on \d\d-\w{3}-\d{4}\./
      if (!url.endsWith('/receipt')) expect(answer.json().detail).toMatch(says)
    }
    for (const text of [canary, 'Erased', `erased ${patientId}`]) {
      const asked = { as: surgeon, body: { text } }
      const found = await running.send('POST', '/api/patients/search', asked)
      expect(found.json().total).toBe(0)
    }
  })

  it('lets nothing new be written about them', async () => {
    const draft = { as: surgeon, body: { form: { note: 'typed before' } } }
    const kept = await running.send('PUT', `/api/patients/${patientId}/draft`, draft)
    expect(kept.statusCode).toBe(410)
    const body = { patientId, findings: meetingFindings }
    const screened = await running.send('POST', '/api/screenings', { as: surgeon, body })
    expect(screened.statusCode).toBe(410)
    expect(await running.owner.screening.count({ where: { patientId } })).toBe(1)
  })

  it('keeps the counts: the outcome, the decision, and who did what when', async () => {
    const stored = await running.owner.screening.findUniqueOrThrow({
      where: { id: screening.id },
      include: { decisions: true },
    })
    expect(stored).toMatchObject({ outcome: 'meets', findings: {}, result: {}, facts: null })
    expect(stored.erasedAt).not.toBeNull()
    expect(stored.decisions).toMatchObject([{ kind: 'not-pursued', departs: true, note: null }])
  })

  it('leaves an export of the log that a verifier accepts', async () => {
    const verifier = await import(join(import.meta.dirname, '../verify/verify-receipt.mjs'))
    const key = verifier.readKey(await running.app.audit.verifierLine())
    const pieces: string[] = []
    for await (const piece of await running.app.audit.signedLog()) pieces.push(piece)
    const lines = pieces.join('').split('\n').slice(0, -1)
    expect((await verifier.checkExport(lines, key)).erased).toBeGreaterThan(4)
    expect(pieces.join('')).not.toContain(canary)
  })

  it('are counted by a replay, which cannot screen them again', async () => {
    const out = new PassThrough()
    const written = text(out)
    const { signal } = new AbortController()
    await replayCommand(running.ownerUrl, { json: false, out, signal })
    out.end()
    expect(await written).toContain('Left out: 1 that were erased and cannot be screened again.')
  })

  it('touches nobody else', async () => {
    const other = await registered(running, surgeon)
    const { id } = await recorded(running, surgeon, other.id)
    expect((await read(`/api/screenings/${id}`)).json()).toHaveProperty('result')
    expect((await read(`/api/patients/${other.id}`)).json()).toEqual(other)
  })
})
