import type { Findings } from '@kyphoscreen/rules'
import { expect, type Page } from '@playwright/test'
import type { Patient } from '../apps/api/src/contract.ts'
import { daysAgo } from './referrals.ts'

/** What a surgeon enters in a consult: choices by question and answer, and texts by label. */
export type Consult = {
  level: string
  choices: Readonly<Record<string, string | readonly string[]>>
  texts: Readonly<Record<string, string>>
  redFlags?: 'none'
}

/** A consult in which every documented criterion is met. */
export const consultThatMeets: Consult = {
  level: 'L1',
  choices: {
    'MRI finding': 'Acute',
    Retropulsion: 'None',
    'Conservative care tried': ['Pain medication', 'Bracing'],
    'Response to conservative care': 'Failed',
    'Pain scale': 'NRS 0-10',
    'Pain in a word': 'Severe',
    'Pain comes from this fracture': 'Yes',
    'Pain limits quality of life': 'Yes',
  },
  texts: {
    'MRI date': '-11d',
    Onset: '-32d',
    'Start of conservative care': '-24d',
    'Pain score': '8',
  },
  redFlags: 'none',
}

/** The same consult with some answers changed. */
export const consultWith = (
  choices: Consult['choices'],
  texts: Consult['texts'] = {},
): Consult => ({
  ...consultThatMeets,
  choices: { ...consultThatMeets.choices, ...choices },
  texts: { ...consultThatMeets.texts, ...texts },
})

/** The question with its answers. */
export const question = (page: Page, label: string) =>
  page.getByRole('group', { name: label, exact: true })

/** Chooses an answer of a question. */
export const choose = (page: Page, label: string, answer: string) =>
  question(page, label).getByLabel(answer, { exact: true }).check()

/** Opens a new screening of a patient; the way there from the patient’s page is walked by keyboard. */
export async function openScreening(page: Page, patientId: string): Promise<void> {
  await page.goto(`/patients/${patientId}/screening`)
  await expect(page.getByRole('heading', { name: 'New screening' })).toBeVisible()
}

type InPage = { choices: readonly (readonly [string, string])[]; texts: Consult['texts'] }

/** Runs in the page, where a whole consult costs one call instead of one for each answer. */
function answerInPage({ choices, texts }: InPage): void {
  const named = <Found extends Element>(kind: string, name: string) => {
    const found = [...document.querySelectorAll<Found & HTMLElement>(kind)]
    const [one, another] = found.filter(({ textContent }) => textContent?.trim() === name)
    if (!one || another) throw new Error(`There must be one ${kind} "${name}".`)
    return one
  }
  const answer = (group: Element, name: string) =>
    [...group.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === name)
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
  for (const [label, chosen] of choices) {
    const option = answer(named('legend', label).closest('fieldset') as Element, chosen)
    if (!option) throw new Error(`"${label}" has no answer "${chosen}".`)
    if (!(option.control as HTMLInputElement).checked) option.click()
  }
  for (const [label, text] of Object.entries(texts)) {
    const input = named<HTMLLabelElement>('label', label).control as HTMLInputElement
    input.focus()
    set?.call(input, text)
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    input.blur()
  }
}

/** Enters a whole consult at once; answering by hand and by keyboard has tests of its own. */
export async function enter(page: Page, { level, choices, texts, redFlags }: Consult) {
  await page.getByLabel('Level 1', { exact: true }).selectOption(level)
  await expect(question(page, 'MRI finding')).toBeVisible()
  const pairs = Object.entries(choices).flatMap(([label, answers]) =>
    [answers].flat().map((answer) => [label, answer] as const),
  )
  await page.evaluate(answerInPage, { choices: pairs, texts })
  const absent = page.getByRole('button', { name: /^None of (these|the other)/ })
  if (redFlags && (await absent.isVisible())) await absent.click()
}

/** Records the screening and waits for the server’s own answer. */
export async function record(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record screening' }).click()
  await expect(page).toHaveURL(/\/screenings\/[0-9a-f-]{36}$/)
}

const findingsThatMeet = (birthDate: string): Findings => ({
  assessedOn: daysAgo(0),
  patient: {
    ageYears: Math.floor((Date.now() - Date.parse(birthDate)) / 31_556_952_000),
    painScore: 8,
    painScale: 'NRS-0-10',
    painSeverity: 'severe',
    painFromFracture: true,
    qualityOfLifeLimited: true,
    careModalities: ['pain-medication', 'bracing'],
    careStartedOn: daysAgo(24),
    careResponse: 'failed',
  },
  levels: [
    {
      level: 'L1',
      onsetOn: daysAgo(32),
      mriPerformedOn: daysAgo(11),
      mriFinding: 'acute',
      retropulsion: 'none',
    },
  ],
})

/** Opens a stored screening of the consult that meets, without the form, which has tests of its own. */
export async function openRecorded(page: Page, { id, birthDate }: Patient): Promise<void> {
  const answer = await page.request.post('/api/screenings', {
    data: { patientId: id, findings: findingsThatMeet(birthDate) },
    maxRetries: 2,
  })
  expect(answer.status()).toBe(201)
  const screening = (await answer.json()) as { id: string }
  await page.goto(`/patients/${id}/screenings/${screening.id}`)
  await expect(page.getByRole('heading', { name: 'Findings as recorded' })).toBeVisible()
}

/** The live result beside the form, or the stored one. */
export const result = (page: Page) => page.locator('[data-outcome]').first()
