import { consultThatMeets, enter, openScreening, question, record, result } from './consult.ts'
import { expect, test } from './fixtures.ts'

test('a level is added, taken away and brought back with its entries', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  await enter(page, consultThatMeets)
  await page.getByRole('button', { name: 'Add a level' }).click()
  await page.getByLabel('Level 2', { exact: true }).selectOption('T12')
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')

  await test.step('a level taken away comes back with its entries when that is undone', async () => {
    await page.getByRole('button', { name: 'Remove L1' }).click()
    await expect(page.getByText('L1 removed with its entries.')).toBeVisible()
    await page.getByRole('button', { name: 'Undo' }).first().click()
    const first = page.getByRole('group', { name: 'L1', exact: true }).filter({
      has: question(page, 'MRI finding'),
    })
    await expect(first.getByLabel('Acute', { exact: true })).toBeChecked()
  })

  await test.step('two levels are asked apart, answered apart and recorded together', async () => {
    const second = page.getByRole('group', { name: 'T12', exact: true })
    const answerAtT12 = (label: string, answer: string) =>
      second
        .getByRole('group', { name: label, exact: true })
        .getByLabel(answer, { exact: true })
        .check()
    await answerAtT12('MRI finding', 'Acute')
    await answerAtT12('Retropulsion', 'Significant')
    await expect(result(page)).toHaveAttribute('data-outcome', 'needs-surgeon-review')
    await record(page)
    await expect(page.getByLabel('Criteria at L1')).toBeVisible()
    await expect(page.getByLabel('Criteria at T12')).toBeVisible()
  })
})
