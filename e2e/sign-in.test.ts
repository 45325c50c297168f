import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expectNoViolations } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { wider } from './width.ts'

const limitInBytes = 170_000

async function scriptsLoadedBy(page: Page, address: string): Promise<number> {
  const sizes: Promise<number>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      sizes.push(response.body().then((body) => gzipSync(body, { level: 6 }).length))
    }
  })
  await page.goto(address)
  await page.getByRole('button', { name: 'Sign in' }).waitFor()
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

test('the page to sign in on is small, is read by everybody and tells little', async ({ page }) => {
  await test.step('the first load brings at most 170 kB of gzipped JavaScript', async () => {
    const bytes = await scriptsLoadedBy(page, '/')
    test.info().annotations.push({ type: 'gzipped JavaScript', description: `${bytes} bytes` })
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(limitInBytes)
  })

  await test.step('at 320 px nothing has to be scrolled sideways to sign in', async () => {
    await page.setViewportSize({ width: 320, height: 720 })
    expect(await wider(page)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('signing in, and failing to, has no violation', async () => {
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('Not signed in')).toBeVisible()
    await expectNoViolations(page)
  })

  await test.step('a wrong password is refused in words that do not tell which of the two is wrong', async () => {
    await page.getByLabel('Username').fill('surgeon')
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByText('do not belong together')).toBeVisible()
  })
})
