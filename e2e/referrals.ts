import { addDays } from '@kyphoscreen/rules'
import { expect, type Page } from '@playwright/test'
import { clinicDay } from '../apps/api/src/clinic-day.ts'
import type { NewEvidence, NewReferral, Patient, Referral } from '../apps/api/src/contract.ts'

const today = () => clinicDay(new Date())

/** Gives the day that lies a number of days before today. */
export const daysAgo = (days: number): string => addDays(today(), -days)

/** Takes in a referral of a patient, without the screen, which has tests of its own. */
export async function receiveReferral(
  page: Page,
  { id }: Patient,
  told: Partial<NewReferral> = {},
): Promise<Referral> {
  const answer = await page.request.post('/api/referrals', {
    data: {
      patientId: id,
      externalId: null,
      referrer: { name: 'Dr. Ines Falk', organisation: null, phone: '555-0100', fax: null },
      receivedOn: daysAgo(2),
      reason: 'Back pain since a fall in the garden.',
      priority: 'routine',
      ownerId: null,
      dueOn: null,
      ...told,
    },
    maxRetries: 2,
  })
  expect(answer.status()).toBe(201)
  return (await answer.json()) as Referral
}

/** Reads a referral as it is now. */
export async function readReferral(page: Page, id: string): Promise<Referral> {
  const answer = await page.request.get(`/api/referrals/${id}`, { maxRetries: 2 })
  expect(answer.status()).toBe(200)
  return (await answer.json()) as Referral
}

/** Sends a change of a referral behind the screen’s back, as a colleague does. */
export async function changeBehind(
  page: Page,
  id: string,
  method: 'POST' | 'PATCH',
  part: string,
  data: unknown,
): Promise<Referral> {
  const { version } = await readReferral(page, id)
  const answer = await page.request.fetch(`/api/referrals/${id}${part}`, {
    method,
    data,
    headers: { 'if-match': `"${version}"` },
    maxRetries: 2,
  })
  expect(answer.ok()).toBe(true)
  return (await answer.json()) as Referral
}

/** Evidence in which all but the retropulsion is told, and every criterion that can be met is. */
export const allButRetropulsion = (): NewEvidence => ({
  origin: { kind: 'document', name: 'MRI report', on: daysAgo(1) },
  levels: [
    {
      level: 'L1',
      mriFinding: 'acute',
      mriPerformedOn: daysAgo(11),
      onsetOn: daysAgo(32),
      cause: 'osteoporosis',
    },
  ],
  patient: {
    careStartedOn: daysAgo(24),
    careModalities: ['pain-medication', 'bracing'],
    careResponse: 'failed',
    painScore: 8,
    painScale: 'NRS-0-10',
    painSeverity: 'severe',
    painFromFracture: true,
    qualityOfLifeLimited: true,
  },
})

/** One source that tells the retropulsion at L1. */
export const retropulsionFrom = (
  kind: NewEvidence['origin']['kind'],
  name: string,
  retropulsion: 'none' | 'mild',
): NewEvidence => ({
  origin: { kind, name, on: daysAgo(1) },
  levels: [{ level: 'L1', retropulsion }],
})

/** Opens a referral and waits for it. */
export async function openReferral(page: Page, id: string): Promise<void> {
  await page.goto(`/referrals/${id}`)
  await page.getByRole('heading', { name: /^Referral of/ }).waitFor()
}

/** The box with both versions, when somebody else has changed a referral meanwhile. */
export const bothVersions = (page: Page) =>
  page.getByRole('dialog', { name: 'Somebody else changed this referral meanwhile' })
