import type { Page } from '@playwright/test'
import type { Patient } from '../apps/api/src/contract.ts'
import { expectNoViolations } from './axe.ts'
import { openRecorded } from './consult.ts'
import { expect, test } from './fixtures.ts'
import type { Product } from './product.ts'

const columns = `"id", "patientId", "findings", "result", "outcome", "rulesetId", "rulesetVersion", "rulesetHash", "authorId"`

/** Stores a screening of a patient beside the recorded one that no rules ever answered. */
const storeFalseOne = ({ sql }: Product, { id }: Patient) =>
  sql(`INSERT INTO "Screening" (${columns})
    SELECT gen_random_uuid(), "patientId", "findings",
      jsonb_set("result"::jsonb, '{outcome}', '"does-not-meet"'), 'does-not-meet',
      "rulesetId", "rulesetVersion", "rulesetHash", "authorId"
    FROM "Screening" WHERE "patientId" = '${id}'`)

const removeBoth = ({ sql }: Product, { id }: Patient) =>
  sql(`ALTER TABLE "Screening" DISABLE TRIGGER "Screening_append_only";
    DELETE FROM "Screening" WHERE "patientId" = '${id}';
    ALTER TABLE "Screening" ENABLE ALWAYS TRIGGER "Screening_append_only"`)

const section = (page: Page, name: string | RegExp) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name }) })

test('an admin replays every screening, sees which differs and which would come out otherwise, and opens it', async ({
  page,
  patient,
  product,
  signIn,
}) => {
  await openRecorded(page, patient)
  await expect(
    page.getByText(/^Under the ruleset in force \([\d.]+\): same outcome\.$/),
  ).toBeVisible()
  await storeFalseOne(product, patient)
  await signIn(page, 'admin')
  await page.goto('/audit')
  await page.getByRole('link', { name: 'Replay' }).click()
  await page.getByRole('button', { name: 'Screen every screening again' }).click()
  await expect(page.getByText(/^Run to its end/)).toBeVisible()

  const own = section(page, 'Under their own version')
  await expect(own.getByText(/^Of .* 1 differs from what their own version answers/)).toBeVisible()
  const differs = own.getByRole('table', { name: 'Screenings that differ or cannot be replayed' })
  await expect(differs).toContainText('What is stored differs at /outcome, column outcome.')
  const changed = section(page, /^Under the rules in force/).getByRole('table', {
    name: 'Screenings that would change',
  })
  await expect(changed).toContainText('Does not meet, would be Meets')
  await expectNoViolations(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)

  await changed.getByRole('link').click()
  await expect(page.getByText(/^Under the ruleset in force .*: would be Meets\.$/)).toBeVisible()
  await removeBoth(product, patient)
})
