import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const colours = ['dark', 'light'] as const

/** Holds the page to every rule of axe, in dark colours and in light; its quicker way of running them looks at one frame alone. */
export async function expectNoViolations(page: Page): Promise<void> {
  expect(page.frames()).toHaveLength(1)
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
    const { violations } = await axe.analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)
    expect({ colorScheme, found }).toEqual({ colorScheme, found: [] })
  }
}
