import { consultThatMeets, enter, openScreening, record } from './consult.ts'
import { expect, test } from './fixtures.ts'

const inWords = 'cannot lift her grandson Torvald'

test('no patient data stands in an address, a title or the browser’s storage', async ({
  page,
  context,
  patient,
}) => {
  const addresses: string[] = []
  const titles = new Set<string>()
  page.on('request', (request) => addresses.push(request.url()))
  page.on('framenavigated', (frame) => addresses.push(frame.url()))
  const look = async () => titles.add(await page.title())

  await page.goto('/')
  await look()
  await page.getByLabel('MRN or name').fill('Lindqvist')
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: new RegExp(patient.mrn) }).click()
  await look()
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await page.getByLabel('What the patient can no longer do').fill(inWords)
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await look()
  const kept: string[] = [await page.evaluate(everythingKept)]
  await record(page)
  await look()
  kept.push(await page.evaluate(everythingKept))
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await look()
  kept.push(await page.evaluate(everythingKept), JSON.stringify(await context.storageState()))

  const told = decodeURIComponent([...addresses, ...titles, ...kept].join('\n')).toLowerCase()
  for (const word of ['lindqvist', 'agneta', patient.mrn, '1948', 'torvald', 'retropulsion']) {
    expect(told).not.toContain(word.toLowerCase())
  }
})

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

test('what the server answers is kept by no cache', async ({ page, patient }) => {
  for (const path of [`/api/patients/${patient.id}`, '/api/session', '/api/ruleset']) {
    const answer = await page.request.get(path)
    expect(answer.headers()['cache-control']).toContain('no-store')
  }
})
