import { ruleset } from '@kyphoscreen/rules'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditFigures, AuditFiguresAsked } from '../src/contract.ts'
import { against, decided } from './a-decision.ts'
import { receivedReferral, sendChange } from './a-referral.ts'
import { figuresAsked, type Reading, readingOf } from './audit-asked.ts'
import { plainly } from './counted-figures.ts'
import { type Drawn, drawRecords, storeDrawn } from './drawn-records.ts'
import { recorded, registered, runningApp } from './running-app.ts'
import { letter, report } from './told-evidence.ts'
import { narrowings, plainlyTold } from './told-figures.ts'

let reading: Reading
let drawn: Drawn
let surgeons: string[]
beforeAll(async () => {
  reading = await readingOf(await runningApp())
  const { running } = reading
  const accounts = await running.owner.account.findMany({ orderBy: { username: 'desc' } })
  surgeons = accounts.slice(0, 2).map(({ id }) => id)
  drawn = drawRecords(20_261_121, surgeons)
  await storeDrawn(running, drawn)
})
afterAll(() => reading.running.close())

const sent = (path: string, body: object) =>
  reading.running.send('POST', `/api/audit/figures${path}`, { as: reading.admin, body })

const figures = async (asked: Partial<AuditFiguresAsked>): Promise<AuditFigures> =>
  (await sent('', figuresAsked(asked))).json()

/** The first value that at least such a share lies at or below. */
const quantile = (sorted: readonly number[], share: number) =>
  sorted.length === 0 ? null : sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]

describe('Figures of records drawn by chance', () => {
  it.each(narrowings)('are what counting one by one gives, narrowed to %s', async (_, narrowed) => {
    const found = await figures(narrowed(surgeons))
    const { days, ...expected } = plainly(drawn, figuresAsked(narrowed(surgeons)))
    expect(plainlyTold(found)).toEqual(expected)
    expect([found.days.lower, found.days.median, found.days.upper]).toEqual(
      [0.25, 0.5, 0.75].map((share) => quantile(days, share)),
    )
    expect(found.days.counted).toBe(days.length)
    expect(found.days.buckets.reduce((sum, { count }) => sum + count, 0)).toBe(days.length)
  })

  it('hold each departure from an outcome that answers for a disagreement, and tell what is left out', async () => {
    const { agreement, decisions } = await figures({})
    const [[planned, notPlanned], [against_, followed]] = agreement.pairs
    const count = (outcome: string, departs: boolean) =>
      decisions
        .filter((one) => one.outcome === outcome && one.departs === departs)
        .reduce((sum, one) => sum + one.count, 0)
    expect([planned, notPlanned]).toEqual([count('meets', false), count('meets', true)])
    expect([against_, followed]).toEqual([
      count('does-not-meet', true),
      count('does-not-meet', false),
    ])
    const inPairs = planned + notPlanned + against_ + followed
    expect(agreement.leftOut).toBe(decisions.reduce((sum, one) => sum + one.count, 0) - inPairs)
    expect(agreement.kappa.state).toBe('told')
  })

  it('tell of no agreement where there are too few, or one outcome alone', async () => {
    const few = await figures({ until: '2026-03-20T00:00:00Z' })
    expect(few.agreement.kappa).toEqual({ state: 'too-few' })
    const oneSided = await figures({ outcome: 'meets' })
    expect(oneSided.agreement.kappa).toEqual({ state: 'one-sided' })
  })

  it('can be narrowed to what there is', async () => {
    const { running, admin: as } = reading
    const answer = await running.send('GET', '/api/audit/figures/choices', { as })
    expect(answer.json()).toEqual({
      versions: ['0.1.0', '0.2.0', '0.3.0'],
      referrers: ['=HYPERLINK("x")', 'Dr. Sabina Orme', 'Mossbank practice'],
      surgeons: [
        { id: surgeons[1], displayName: 'An invented navigator' },
        { id: surgeons[0], displayName: 'An invented surgeon' },
      ].sort((one, other) => one.displayName.localeCompare(other.displayName)),
    })
  })

  it('can be taken out as CSV that holds no formula, told to the log with what was asked', async () => {
    const asked = figuresAsked({ until: '2027-01-01T00:00:00Z' })
    const answer = await sent('/export', { asked, table: 'missing-by-referrer' })
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.body).toContain('\r\n"\'=HYPERLINK(""x"")",')
    expect(answer.body).not.toMatch(/(?:^|,|\n)"?=/)
    const { entries } = await reading.search({ group: 'taken-out' })
    const entry = await reading.read(entries[0]?.sequence ?? 0)
    expect(entry.entry.on).toEqual({ kind: 'report', id: 'missing-by-referrer' })
    expect(entry.details).toMatchObject({ state: 'kept', holds: true, told: { asked } })
  })

  it('have a table of each kind to take out', async () => {
    for (const table of ['outcomes', 'decisions', 'reasons', 'days', 'missing', 'versions']) {
      const answer = await sent('/export', { asked: figuresAsked(), table })
      const [titles, ...lines] = answer.body.trim().split('\r\n')
      const width = titles?.split(',').length
      expect(lines.length).toBeGreaterThan(0)
      expect(
        new Set(lines.map((line) => line.replaceAll(/"[^"]*"/g, '').split(',').length)),
      ).toEqual(new Set([titles?.replaceAll(/"[^"]*"/g, '').split(',').length]))
      expect(width).toBeGreaterThan(1)
    }
  })
})

describe('Figures', () => {
  it('of nothing are empty, and have neither median nor agreement', async () => {
    const found = await figures({ from: '2030-01-01T00:00:00Z' })
    expect(found).toMatchObject({
      ...{ outcomes: [], decisions: [], reasons: [], referrers: [], otherReferrers: null },
      ...{ versions: [], patients: 0, missing: { screenings: 0, unread: 0, facts: [] } },
      days: { counted: 0, lower: null, median: null, upper: null },
      agreement: { leftOut: 0, kappa: { state: 'too-few' } },
    })
  })

  it('of a time that ends before it begins are refused', async () => {
    const asked = figuresAsked({ from: '2026-05-01T00:00:00Z', until: '2026-04-01T00:00:00Z' })
    const answer = await sent('', asked)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors[0].pointer).toBe('/until')
  })

  it('count what surgeons and navigators recorded, and only the decision that stands', async () => {
    const { running, surgeon } = reading
    const { id: patientId } = await registered(running, surgeon)
    const { id } = await recorded(running, surgeon, patientId)
    const first = await decided(running, surgeon, id)
    await decided(running, surgeon, id, { ...against, replaces: first.id })
    const received = { patientId, receivedOn: '2026-11-11' }
    let referral = await receivedReferral(running, surgeon, received)
    for (const evidence of [letter, report('acute')]) {
      const answer = await sendChange(running, surgeon, referral, ['POST', '/evidence', evidence])
      referral = answer.json()
    }
    const path = ['POST', '/screenings', undefined] as const
    const screening = (await sendChange(running, surgeon, referral, [...path])).json()
    await decided(running, surgeon, screening.id)

    const found = await figures({ rulesetVersion: ruleset.version })
    expect(found.outcomes).toEqual([{ month: '2026-11', outcome: 'meets', count: 2 }])
    expect(found.decisions).toEqual([
      { outcome: 'meets', kind: 'plan-kyphoplasty', departs: false, count: 1 },
      { outcome: 'meets', kind: 'not-pursued', departs: true, count: 1 },
    ])
    expect(found).toMatchObject({
      reasons: [{ group: 'patient-preference', code: 'declines-procedure', count: 1 }],
      days: { counted: 1, lower: 10, median: 10, upper: 10, leftOut: { withoutReferral: 1 } },
      missing: { screenings: 2, unread: 0 },
    })
    const otherwise = await running.owner.$queryRaw`
      SELECT "id" FROM "Screening" WHERE "result"::jsonb ? 'missing' AND (
        "missing" IS DISTINCT FROM jsonb_path_query_array("result"::jsonb, '$.missing[*].fact')
        OR "decisive" IS DISTINCT FROM jsonb_path_query_array("result"::jsonb, '$.missing[*] ? (@.decisive == true).fact'))`
    expect(otherwise).toEqual([])
    const named = screening.result.missing.map(({ fact }: { fact: string }) => fact)
    expect(found.missing.facts.map(({ fact }) => fact)).toEqual(expect.arrayContaining(named))
  })

  it('are told to the log, with what was asked sealed', async () => {
    await figures({ rulesetVersion: '9.9.9' })
    const { entries } = await reading.search({ group: 'clinic' })
    const { details } = await reading.read(entries[0]?.sequence ?? 0)
    expect(details).toMatchObject({ told: { asked: figuresAsked({ rulesetVersion: '9.9.9' }) } })
  })
})
