import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { consultThatMeets, enter, openScreening, record } from './consult.ts'
import { expect, test } from './fixtures.ts'
import { wider } from './width.ts'

test.use({ viewport: { width: 320, height: 720 } })

const inWords = 'cannot lift her grandson Torvald'

async function everythingKept(): Promise<string> {
  const databases = await indexedDB.databases()
  return JSON.stringify([
    { ...localStorage },
    { ...sessionStorage },
    history.state,
    databases.map(({ name }) => name),
    await caches.keys(),
    document.cookie,
  ])
}

/** Notes every address and title from now on, and when asked what the browser keeps. */
function watched(page: Page) {
  const told: string[] = []
  page.on('request', (request) => told.push(request.url()))
  page.on('framenavigated', (frame) => told.push(frame.url()))
  const look = async () => told.push(await page.title(), await page.evaluate(everythingKept))
  const everything = async () =>
    decodeURIComponent([...told, JSON.stringify(await page.context().storageState())].join('\n'))
  return { look, everything }
}

async function smallTargets(page: Page) {
  const targets = 'button:visible, select:visible, label.option:visible, summary:visible'
  return page.locator(targets).evaluateAll((found) =>
    found
      .map((target) => ({
        text: target.textContent,
        width: target.getBoundingClientRect().width,
        height: target.getBoundingClientRect().height,
      }))
      .filter(({ width, height }) => width < 24 || height < 24),
  )
}

test('at 320 px a patient is found, screened and told, and no address, title or storage tells who', async ({
  page,
  patient,
}) => {
  const { look, everything } = watched(page)

  await test.step('at 320 px nothing has to be scrolled sideways to find and to register', async () => {
    await page.goto('/patients')
    await page.getByLabel('MRN or name').fill('Lindqvist')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByText(patient.mrn).waitFor()
    expect(await wider(page)).toBe(0)
    await look()
    await page.getByRole('link', { name: 'Register a patient' }).click()
    await page.getByRole('button', { name: 'Register' }).click()
    await expect(page.locator('.error-summary')).toBeVisible()
    expect(await wider(page)).toBe(0)
    await page.goBack()
    await page.getByRole('link', { name: new RegExp(patient.mrn) }).click()
    await expect(page.getByText('No screening has been recorded')).toBeVisible()
    await look()
  })

  await test.step('at 320 px nothing has to be scrolled sideways to screen', async () => {
    await openScreening(page, patient.id)
    await enter(page, consultThatMeets)
    await page.getByLabel('What the patient can no longer do').fill(inWords)
    await expect(page.getByText(/^Draft saved at/)).toBeVisible()
    expect(await wider(page)).toBe(0)
    await look()
  })

  await test.step('what is pressed is at least 24 px high and wide', async () => {
    expect(await smallTargets(page)).toEqual([])
  })

  await test.step('the form has no violation where the strip at its foot lies on nothing', async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.locator('.result-strip')).toBeInViewport()
    await expectNoViolations(page)
  })

  await test.step('at 320 px nothing has to be scrolled sideways to read the screening and the handout', async () => {
    await record(page)
    await page.getByRole('heading', { name: 'Findings as recorded' }).waitFor()
    expect(await wider(page)).toBe(0)
    await look()
    await page.getByRole('link', { name: 'Patient handout' }).click()
    await page.getByRole('heading', { name: 'About kyphoplasty' }).waitFor()
    expect(await wider(page)).toBe(0)
    await look()
  })

  await test.step('no patient data stands in an address, a title or the browser’s storage', async () => {
    const told = (await everything()).toLowerCase()
    for (const word of ['lindqvist', 'agneta', patient.mrn, '1948', 'torvald', 'retropulsion']) {
      expect(told).not.toContain(word.toLowerCase())
    }
  })
})
