import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { buildWeb } from '../apps/api/src/build-web.ts'
import { browserArguments, findBrowser } from '../e2e/browser.ts'
import { consultThatMeets, consultWith, enter, openScreening } from '../e2e/consult.ts'
import startPostgres from '../e2e/postgres.ts'
import { type Product, startProduct } from '../e2e/product.ts'
import { packed } from './png.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'screenshots')
const paper: BrowserContextOptions = {
  viewport: { width: 1280, height: 960 },
  locale: 'en-US',
  colorScheme: 'light',
}

async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
  })
  const small = packed(await page.screenshot())
  await writeFile(join(folder, `${name}.png`), small)
  process.stdout.write(`docs/screenshots/${name}.png ${Math.round(small.length / 1000)} kB\n`)
}

type Role = Product['signIns'][number]['role']

async function signIn(page: Page, { signIns }: Product, as: Role): Promise<void> {
  const account = signIns.find(({ role }) => role === as)
  if (!account) throw new Error(`The product wrote no sign-in for the ${as}.`)
  await page.goto('/')
  await page.getByLabel('Username').fill(account.username)
  await page.getByLabel('Password', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByLabel(/MRN/).waitFor()
}

async function openPatient(page: Page, name: string): Promise<string> {
  await page.goto('/')
  await page.getByLabel('MRN or name').fill(name)
  await page.getByRole('button', { name: 'Find' }).click()
  await page.getByRole('link', { name: new RegExp(name, 'i') }).click()
  await page.getByRole('heading', { name: 'Screenings' }).waitFor()
  return page.url().split('/').at(-1) ?? ''
}

async function takeAll(page: Page, product: Product): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  await keep(page, 'sign-in')
  await signIn(page, product, 'surgeon')
  await openScreening(page, await openPatient(page, 'Fennimoor'))
  await enter(page, consultWith({ Retropulsion: 'Not recorded' }))
  await keep(page, 'screening-light')
  await enter(page, consultThatMeets)
  await page.emulateMedia({ colorScheme: 'dark' })
  await keep(page, 'screening-dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await openPatient(page, 'Ashgrove')
  await page.getByRole('link', { name: /^Meets/ }).click()
  await page.getByRole('heading', { name: 'Findings as recorded' }).waitFor()
  await keep(page, 'recorded')
  await page.getByRole('link', { name: 'Patient handout' }).click()
  await page.getByRole('heading', { name: 'About kyphoplasty' }).waitFor()
  await keep(page, 'handout')
}

async function takeReferrals(page: Page, product: Product): Promise<void> {
  await signIn(page, product, 'navigator')
  await page.getByRole('table').waitFor()
  await keep(page, 'worklist')
  await page.getByRole('link', { name: /^GREYWATER/ }).click()
  await page.getByRole('heading', { name: 'Facts and their evidence' }).waitFor()
  await keep(page, 'referral')
}

await buildWeb()
await mkdir(folder, { recursive: true })
const { executablePath, env } = await findBrowser()
const stopPostgres = await startPostgres()
const product = await startProduct()
const browser = await chromium.launch({
  executablePath,
  args: browserArguments,
  env: env as Record<string, string>,
})
try {
  const context = await browser.newContext({ ...paper, baseURL: product.url })
  await takeAll(await context.newPage(), product)
  const other = await browser.newContext({ ...paper, baseURL: product.url })
  await takeReferrals(await other.newPage(), product)
} finally {
  await browser.close()
  await product.stop()
  await stopPostgres()
}
