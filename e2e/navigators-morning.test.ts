import type { Page } from '@playwright/test'
import { question, result } from './consult.ts'
import { expect, test } from './fixtures.ts'
import {
  chooseByKeyboard,
  pressByKeyboard,
  selectByKeyboard,
  tickByKeyboard,
  typeByKeyboard,
} from './keyboard.ts'

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name, exact: true })

const fold = (page: Page, heading: string) =>
  page.locator('details.folded > summary').filter({ hasText: heading })

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function tellSource(page: Page, kind: string, name: string) {
  await pressByKeyboard(page, page.locator('.adds-evidence > summary'))
  await chooseByKeyboard(page, question(page, 'Where it comes from'), kind)
  await typeByKeyboard(page, field(page, 'Which one'), name)
}

async function addEvidence(page: Page) {
  await pressByKeyboard(page, page.getByRole('button', { name: 'Add this evidence' }))
  await expect(page.getByText('The evidence was added.')).toBeFocused()
}

async function tellRetropulsion(page: Page, kind: string, name: string, answer: string) {
  await tellSource(page, kind, name)
  await pressByKeyboard(page, fold(page, 'Spinal canal and vertebra'))
  await chooseByKeyboard(page, question(page, 'Retropulsion'), answer)
  await addEvidence(page)
}

async function tellTheRest(page: Page) {
  await tellSource(page, 'Document', 'MRI report and letter')
  await selectByKeyboard(page, page.getByLabel('Level 1', { exact: true }), 'L1')
  await pressByKeyboard(page, fold(page, 'MRI'))
  await chooseByKeyboard(page, question(page, 'MRI finding'), 'Acute')
  await typeByKeyboard(page, field(page, 'MRI date'), '-11d')
  await pressByKeyboard(page, fold(page, 'Onset and cause'))
  await typeByKeyboard(page, field(page, 'Onset'), '-32d')
  await pressByKeyboard(page, fold(page, 'Conservative care'))
  await typeByKeyboard(page, field(page, 'Start of conservative care'), '-24d')
  await tickByKeyboard(page, question(page, 'Conservative care tried'), 'Bracing')
  await chooseByKeyboard(page, question(page, 'Response to conservative care'), 'Failed')
  await pressByKeyboard(page, fold(page, 'Pain'))
  await chooseByKeyboard(page, question(page, 'Pain in a word'), 'Severe')
  await chooseByKeyboard(page, question(page, 'Pain comes from this fracture'), 'Yes')
  await pressByKeyboard(page, fold(page, 'Quality of life'))
  await chooseByKeyboard(page, question(page, 'Pain limits quality of life'), 'Yes')
  await addEvidence(page)
}

async function moveTo(page: Page, state: string) {
  await pressByKeyboard(page, page.getByRole('button', { name: `${state}…` }))
  await pressByKeyboard(page, page.getByRole('button', { name: `Move to ${state}` }))
  await expect(page.locator('#state')).toContainText(state)
}

test('a navigator takes a referral from the letter to the surgeon without touching the mouse', async ({
  page,
  context,
  browser,
  patient,
  product,
  signIn,
}) => {
  test.setTimeout(120_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, 'navigator')
  await page.goto('/')
  await pressByKeyboard(page, page.getByRole('link', { name: 'New referral' }))
  await typeByKeyboard(page, page.getByLabel('MRN or name'), patient.mrn)
  await page.keyboard.press('Enter')
  await pressByKeyboard(page, page.getByRole('link', { name: new RegExp(patient.mrn) }))
  await typeByKeyboard(page, field(page, 'Referrer'), 'Dr. Ines Falk')
  await typeByKeyboard(page, field(page, 'Reason, in the referrer’s words'), 'Fell in the garden')
  await pressByKeyboard(page, page.getByRole('button', { name: 'Take in the referral' }))
  await expect(page.getByText('Not screened: no level is recorded')).toBeVisible()

  await tellTheRest(page)
  await expect(result(page)).toHaveAttribute('data-outcome', 'insufficient-information')
  const settles = page.getByRole('region', { name: 'What would settle it' }).getByRole('listitem')
  await expect(settles.first()).toContainText('spinal canal')

  await pressByKeyboard(page, part(page, 'Reply'))
  await pressByKeyboard(page, page.getByRole('button', { name: 'Reply to the referrer' }))
  await expect(page.getByLabel('Text of the reply')).toHaveValue(/spinal canal/i)
  await pressByKeyboard(page, page.getByRole('button', { name: 'Copy and record' }))
  await expect(page.getByText('Recorded so far: 1.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Tasks' })).toContainText('Ask the referrer')

  await tellRetropulsion(page, 'Document', 'Second MRI report', 'None')
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await tellRetropulsion(page, 'Phone call', 'Radiology desk', 'Mild')
  await expect(page.getByText('1 fact is in conflict')).toBeVisible()
  await expect(result(page)).toHaveAttribute('data-outcome', 'insufficient-information')
  await pressByKeyboard(page, page.getByRole('button', { name: /^Choose… .*Second MRI report/ }))
  await typeByKeyboard(page, field(page, 'Reason'), 'The written report counts')
  await pressByKeyboard(page, page.getByRole('button', { name: 'Choose', exact: true }))
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')

  await moveTo(page, 'In triage')
  await moveTo(page, 'Ready for surgeon')

  const elsewhere = await browser.newContext({ baseURL: product.url })
  const surgeon = await elsewhere.newPage()
  await signIn(surgeon, 'surgeon')
  await surgeon.goto('/worklist?list=ready-for-surgeon')
  const row = surgeon.getByRole('row').filter({ hasText: patient.mrn })
  await pressByKeyboard(surgeon, row.getByRole('link'))
  await pressByKeyboard(surgeon, surgeon.getByRole('button', { name: 'Record screening' }))
  await expect(surgeon.getByRole('heading', { name: 'Evidence it rested on' })).toBeVisible()
  await expect(result(surgeon)).toHaveAttribute('data-outcome', 'meets')
  await elsewhere.close()
})
