import type { Page } from '@playwright/test'

/** By how many pixels the page is wider than the window, which then has to be scrolled sideways. */
export const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
