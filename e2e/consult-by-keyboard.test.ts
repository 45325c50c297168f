import { consultThatMeets, question, result } from './consult.ts'
import { expect, signInOf, test } from './fixtures.ts'
import {
  chooseByKeyboard,
  pressByKeyboard,
  selectByKeyboard,
  tickByKeyboard,
  typeByKeyboard,
} from './keyboard.ts'

const asTabReachesThem = [
  'MRI finding',
  'MRI date',
  'Onset',
  'Start of conservative care',
  'Conservative care tried',
  'Response to conservative care',
  'Retropulsion',
  'Pain scale',
  'Pain score',
  'Pain in a word',
  'Pain comes from this fracture',
  'Pain limits quality of life',
] as const

test('a surgeon signs in, registers a patient, screens and records without touching the mouse', async ({
  page,
  product,
}) => {
  const { username, password } = signInOf(product, 'surgeon')
  await page.goto('/')
  await typeByKeyboard(page, page.getByLabel('Username'), username)
  await typeByKeyboard(page, page.getByLabel('Password', { exact: true }), password)
  await page.keyboard.press('Enter')

  await pressByKeyboard(page, page.getByRole('link', { name: 'Register a patient' }))
  await typeByKeyboard(page, page.getByLabel('MRN', { exact: true }), 'KEYS-1')
  await typeByKeyboard(page, page.getByLabel('Family name'), 'Okafor')
  await typeByKeyboard(page, page.getByLabel('Given name'), 'Ngozi')
  await typeByKeyboard(page, page.getByRole('textbox', { name: /birth/i }), '1951-02-03')
  await chooseByKeyboard(page, question(page, 'Sex'), 'Female')
  await page.keyboard.press('Enter')

  await pressByKeyboard(page, page.getByRole('link', { name: 'New screening' }))
  await selectByKeyboard(page, page.getByLabel('Level 1', { exact: true }), 'L1')
  const { choices, texts } = consultThatMeets
  for (const label of asTabReachesThem) {
    const answers = choices[label]
    if (typeof answers === 'string') {
      await chooseByKeyboard(page, question(page, label), answers)
    } else if (answers) {
      for (const answer of answers) await tickByKeyboard(page, question(page, label), answer)
    } else {
      const field = page.getByRole('textbox', { name: label, exact: true })
      await typeByKeyboard(page, field, texts[label] ?? '')
    }
  }
  await pressByKeyboard(page, page.getByRole('button', { name: /^None of these/ }))
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await pressByKeyboard(page, page.getByRole('button', { name: 'Record screening' }))

  await expect(page).toHaveURL(/\/screenings\//)
  await expect(result(page)).toContainText('Meets the documented criteria')
})
