import {
  type Consult,
  choose,
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

test('the outcome follows the answers, in the words of the contract, and is recorded as shown', async ({
  page,
  patient,
}) => {
  await openScreening(page, patient.id)

  await test.step('beside "meets" it says how many safety checks are not recorded, and leads to them', async () => {
    const { redFlags: _notAsked, ...consult } = consultThatMeets
    await enter(page, consult)
    await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
    await result(page).getByRole('link', { name: '8 of 8 safety checks not recorded' }).click()
    await expect(page.getByRole('region', { name: 'Safety checks not recorded (8)' })).toBeFocused()
  })

  await test.step('a red flag comes first and is marked urgent', async () => {
    await enter(page, consultWith({ 'Neurologic deficit': 'Yes' }))
    await expect(result(page)).toHaveAttribute('data-outcome', 'needs-surgeon-review')
    await expect(page.getByRole('region', { name: 'Recorded red flags' })).toContainText('Urgent')
    await choose(page, 'Neurologic deficit', 'No')
  })

  for (const { outcome, word, because, consult } of outcomes) {
    await test.step(`"${word}" when ${because}`, async () => {
      await enter(page, consult)
      await expect(result(page)).toHaveAttribute('data-outcome', outcome)
      await expect(result(page)).toContainText(word)
    })
  }

  const { outcome, word, because } = outcomes[3]
  await test.step(`a screening is recorded as "${word}" when ${because}`, async () => {
    await record(page)
    await expect(result(page)).toHaveAttribute('data-outcome', outcome)
    await expect(result(page)).toContainText(word)
  })

  await test.step('a correction is a new screening filled in from the old one, which stays as it is', async () => {
    const first = page.url()
    await page.getByRole('link', { name: 'Correct by a new screening' }).click()
    await expect(page.getByText('this becomes a new screening')).toBeVisible()
    await choose(page, 'Retropulsion', 'None')
    await record(page)
    expect(page.url()).not.toBe(first)
    await expect(result(page)).toHaveAttribute('data-outcome', outcomes[0].outcome)
    await expect(result(page)).toContainText(outcomes[0].word)
    const second = page.url()
    await page.goto(first)
    await expect(result(page)).toHaveAttribute('data-outcome', 'needs-surgeon-review')
    await page.goto(second)
  })

  await test.step('the stored screening shows the findings, who recorded it, when and by which rules', async () => {
    await expect(page.getByText(/^Recorded .* by .*, surgeon$/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Findings as recorded' })).toBeVisible()
    await expect(page.getByText(/Ruleset hash sha256:/)).toBeVisible()
    await expect(result(page)).toHaveAttribute('data-outcome', 'meets')
    await expect(page.getByText('differs from the one shown')).toHaveCount(0)
  })
})
