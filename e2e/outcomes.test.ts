import {
  type Consult,
  consultThatMeets,
  consultWith,
  enter,
  openScreening,
  record,
  result,
} from './consult.ts'
import { expect, test } from './fixtures.ts'

type Told = { outcome: string; word: string; because: string; consult: Consult }

const outcomes: readonly [Told, Told, Told, Told] = [
  {
    outcome: 'meets',
    word: 'Meets the documented criteria',
    because: 'every criterion is met',
    consult: consultThatMeets,
  },
  {
    outcome: 'does-not-meet',
    word: 'Does not meet the documented criteria',
    because: 'conservative care is helping',
    consult: consultWith({ 'Response to conservative care': 'Improving' }),
  },
  {
    outcome: 'insufficient-information',
    word: 'Insufficient information',
    because: 'retropulsion is not recorded',
    consult: consultWith({ Retropulsion: 'Not recorded' }),
  },
  {
    outcome: 'needs-surgeon-review',
    word: 'Needs surgeon review',
    because: 'the report states retropulsion without its size',
    consult: consultWith({ Retropulsion: 'Present, size not stated' }),
  },
]

test('the outcome follows the answers, in the words of the contract', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  for (const { outcome, word, because, consult } of outcomes) {
    await test.step(`"${word}" when ${because}`, async () => {
      await enter(page, consult)
      await expect(result(page)).toHaveAttribute('data-outcome', outcome)
      await expect(result(page)).toContainText(word)
    })
  }
})

for (const { outcome, word, because, consult } of [outcomes[0], outcomes[3]]) {
  test(`a screening is recorded as "${word}" when ${because}`, async ({ page, patient }) => {
    await openScreening(page, patient.id)
    await enter(page, consult)
    await record(page)
    await expect(result(page)).toHaveAttribute('data-outcome', outcome)
    await expect(result(page)).toContainText(word)
  })
}

test('a red flag comes first and is marked urgent', async ({ page, patient }) => {
  await openScreening(page, patient.id)
  await enter(page, consultWith({ 'Neurologic deficit': 'Yes' }))
  await expect(result(page)).toHaveAttribute('data-outcome', 'needs-surgeon-review')
  await expect(page.getByRole('region', { name: 'Recorded red flags' })).toContainText('Urgent')
})

test('beside "meets" it says how many safety checks are not recorded, and leads to them', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)
  const { redFlags: _notAsked, ...consult } = consultThatMeets
  await enter(page, consult)
  await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
  await result(page).getByRole('link', { name: '8 of 8 safety checks not recorded' }).click()
  await expect(page.getByRole('region', { name: 'Safety checks not recorded (8)' })).toBeFocused()
})
