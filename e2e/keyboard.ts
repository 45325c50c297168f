import type { Locator, Page } from '@playwright/test'

const enough = 300

const focusIn = (element: Element) => {
  if (!element.isConnected) return 'gone'
  return element.contains(document.activeElement) ? 'here' : 'elsewhere'
}

/** Finds the target once, and again only when it has been replaced: finding by role reads the whole page. */
async function pressUntil(page: Page, key: string, target: Locator): Promise<void> {
  let element = await target.elementHandle()
  for (let presses = 0; presses < enough; presses += 1) {
    const focus = await element?.evaluate(focusIn)
    if (focus === 'here') return
    if (focus === 'elsewhere') await page.keyboard.press(key)
    else element = await target.elementHandle()
  }
  throw new Error(`${key} never reaches ${target}`)
}

/** Presses Tab until the target, or something in it, has the focus; in reading order, so never backwards. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await pressUntil(page, 'Tab', target)
}

/** Chooses one answer of a question with Tab, the arrow keys and Space. */
export async function chooseByKeyboard(
  page: Page,
  question: Locator,
  answer: string,
): Promise<void> {
  const wanted = question.getByLabel(answer, { exact: true })
  await tabTo(page, question)
  await pressUntil(page, 'ArrowDown', wanted)
  if (!(await wanted.isChecked())) await page.keyboard.press('Space')
}

/** Ticks one of several answers with Tab and Space. */
export async function tickByKeyboard(page: Page, question: Locator, answer: string): Promise<void> {
  await tabTo(page, question.getByLabel(answer, { exact: true }))
  await page.keyboard.press('Space')
}

/** Enters a text at once into a field reached with Tab, as dictation and other aids do. */
export async function typeByKeyboard(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.insertText(text)
}

/** Presses a button or follows a link reached with Tab. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Chooses from a list by typing the beginning of what it says. */
export async function selectByKeyboard(page: Page, list: Locator, text: string): Promise<void> {
  await tabTo(page, list)
  await page.keyboard.type(text)
}
