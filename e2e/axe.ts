import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe judges by colours alone; whatever else it judges is the same in dark and in light. */
const byColour = ['color-contrast', 'link-in-text-block']

/** Axe stays in the page it was put into, so that looking again costs no second copy. */
const alreadyThere = ';'

/** Its quicker way of running looks at one frame alone. */
const axeIn = (page: Page, axeSource?: string) =>
  new AxeBuilder({ page, ...(axeSource && { axeSource }) }).setLegacyMode(true)

/** Holds the page to every rule of axe in light colours, and in dark ones to those that colours decide. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1)
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axeIn(page)
    .options({ resultTypes: ['violations'], runOnly: byColour })
    .analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await axeIn(page, alreadyThere)
    .options({ resultTypes: ['violations'] })
    .analyze()
  const found = [dark, light].map(({ violations }) =>
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`),
  )
  expect(found).toEqual([[], []])
}
