import { expectNoViolations } from './axe.ts'
import { choose, consultThatMeets, enter, openScreening, record, result } from './consult.ts'
import { expect, signInOf, test } from './fixtures.ts'

test('a session that ends in mid-form asks to sign in over the page and keeps every entry', async ({
  page,
  patient,
  product,
}) => {
  const { username, password } = signInOf(product, 'surgeon')
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await product.sql('DELETE FROM "Session"')
  await choose(page, 'Pain trend', 'Worsening')
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByLabel('Username')).toHaveValue(username)
  await test.step('the form without a session has no violation', () => expectNoViolations(page))
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await record(page)
})

test('two minutes before the time-out a warning comes, and one key lengthens the session', async ({
  page,
  patient,
}) => {
  await page.clock.install()
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await expect(page.getByText(/^Draft saved at/)).toBeVisible()
  await page.clock.fastForward('13:10')
  const warning = page.getByRole('dialog', { name: 'Are you still there?' })
  await expect(warning).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(warning).toBeHidden()
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
})
