import { randomBytes } from 'node:crypto'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { NewPatient, Patient } from '../apps/api/src/contract.ts'
import { type DemoSignIn, type Product, startProduct } from './product.ts'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

type Workers = {
  product: Product
  /** The session of each role that a test before has opened; whoever signs out or ends it opens another. */
  signedIn: Map<DemoSignIn['role'], Cookies>
}

type Own = {
  /** Signs a browser in without the sign-in page, which has tests of its own. */
  signIn: (page: Page, role?: DemoSignIn['role']) => Promise<void>
  /** An invented patient that no other test knows. */
  patient: Patient
  /** Nothing may be thrown in a page, and nothing refused by the content security policy. */
  calm: undefined
}

const invented = (): NewPatient => ({
  mrn: `E2E-${randomBytes(4).toString('hex').toUpperCase()}`,
  familyName: 'Lindqvist',
  givenName: 'Agneta',
  birthDate: '1948-04-05',
  sex: 'female',
})

/** Playwright's test with the running product, signed-in pages and an invented patient. */
export const test = base.extend<Own, Workers>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  signedIn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from its pattern
    async ({}, use) => use(new Map()),
    { scope: 'worker' },
  ],

  baseURL: async ({ product }, use) => use(product.url),

  signIn: async ({ product, signedIn }, use) => {
    await use(async (page, role = 'surgeon') => {
      const kept = signedIn.get(role)
      await page.context().clearCookies()
      if (kept) await page.context().addCookies(kept)
      if (kept && (await page.request.get(`${product.url}/api/session`)).ok()) return
      const { username, password } = signInOf(product, role)
      const answer = await page.request.post(`${product.url}/api/session`, {
        data: { username, password },
      })
      expect(answer.status()).toBe(201)
      signedIn.set(role, await page.context().cookies())
    })
  },

  patient: async ({ page, product, signIn }, use) => {
    await signIn(page)
    const answer = await page.request.post(`${product.url}/api/patients`, { data: invented() })
    expect(answer.status()).toBe(201)
    await use((await answer.json()) as Patient)
  },

  calm: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('console', (message) => {
        if (message.text().includes('Content Security Policy')) complaints.push(message.text())
      })
      await use(undefined)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

/** The demo sign-in of a role. */
export function signInOf({ signIns }: Product, role: DemoSignIn['role']): DemoSignIn {
  const found = signIns.find((signIn) => signIn.role === role)
  if (!found) throw new Error(`The product wrote no sign-in for the ${role}.`)
  return found
}

export { expect } from '@playwright/test'
