import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const asBuilt = createRequire(import.meta.resolve('@axe-core/playwright'))

const axeSource = readFileSync(asBuilt.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe judges by colours alone; whatever else it judges is the same in dark and in light. */
const byColour = ['color-contrast', 'link-in-text-block']

/** Only what is told below is worked out; nothing comes from another origin that would have to be fetched. */
const toldBelow = { resultTypes: ['violations' as const], selectors: false, preload: false }

/** Axe is brought once to each document, not once to each look; its quicker way of running sees one frame alone. */
async function axeIn(page: Page): Promise<AxeBuilder> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  return new AxeBuilder({ page, axeSource: ';' }).setLegacyMode(true)
}

/** Holds the page to every rule of axe in light colours, and in dark ones to those that colours decide. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1)
  const axe = await axeIn(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axe.options({ ...toldBelow, runOnly: byColour }).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await axe.options(toldBelow).analyze()
  const found = [dark, light].map(({ violations }) =>
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
  )
  expect(found).toEqual([[], []])
}
