import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

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

test('the first load brings at most 170 kB of gzipped JavaScript', async ({ page }) => {
  const bytes = await scriptsLoadedBy(page, '/')
  test.info().annotations.push({ type: 'gzipped JavaScript', description: `${bytes} bytes` })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThanOrEqual(limitInBytes)
})
