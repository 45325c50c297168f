import type { Page } from '@playwright/test'
import { consultThatMeets, enter, openScreening } from './consult.ts'
import { expect, test } from './fixtures.ts'

const whatIsHidden = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return undefined
    const place = (focused.closest('label') ?? focused).getBoundingClientRect()
    const middle = [place.x + place.width / 2, place.y + place.height / 2] as const
    const seen = document.elementFromPoint(...middle)
    const inSight =
      seen &&
      (focused.contains(seen) || seen.contains(focused) || seen.closest('label')?.contains(focused))
    return inSight
      ? undefined
      : `${focused.outerHTML.slice(0, 120)} is under ${seen?.outerHTML.slice(0, 80)}`
  })

/** Gives the page a moment to scroll to what has the focus before it counts as hidden. */
async function whatStaysHidden(page: Page): Promise<string | undefined> {
  for (let looks = 0; looks < 10; looks += 1) {
    if ((await whatIsHidden(page)) === undefined) return undefined
    await page.waitForTimeout(50)
  }
  return whatIsHidden(page)
}

async function tabFollowsReading(page: Page) {
  await page.getByLabel('Level 1', { exact: true }).focus()
  const tops: number[] = []
  for (let top: number | undefined = 0; top !== undefined; ) {
    await page.keyboard.press('Tab')
    top = await page.evaluate(() => {
      const focused = document.activeElement
      return focused?.closest('.screening-form')
        ? focused.getBoundingClientRect().top + scrollY
        : undefined
    })
    if (top !== undefined) tops.push(top)
  }
  expect(tops.length).toBeGreaterThan(20)
  const backwards = tops.filter((top, at) => top < (tops[at - 1] ?? top) - 60)
  expect(backwards).toEqual([])
}

async function focusIsSeen(page: Page) {
  await page.getByRole('textbox', { name: 'Day of assessment' }).focus()
  const hidden: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    const found = await whatStaysHidden(page)
    if (found) hidden.push(found)
    await page.keyboard.press('Tab')
  }
  expect(hidden).toEqual([])
}

test('the focus goes in the order of reading and can be seen', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  await test.step('editing never moves the focus, and Tab follows the order of reading', () =>
    tabFollowsReading(page))
  await enter(page, consultThatMeets)
  for (const width of [320, 1280]) {
    await test.step(`at ${width} px whatever has the focus can be seen`, async () => {
      await page.setViewportSize({ width, height: 720 })
      await focusIsSeen(page)
    })
  }
})
