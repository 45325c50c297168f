import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { type Findings, type ScreeningResult, screen } from '@kyphoscreen/rules'
import { RulesFileAltered } from '@kyphoscreen/rules/releases'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { replayCommand } from '../src/replay/command.ts'
import { type ReplayRules, theRules } from '../src/replay/replay.ts'
import { toldBy } from './audited.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import {
  copiesOf,
  failingFindings,
  screeningOf,
  storedPatient,
  tamper,
} from './stored-screenings.ts'

let fresh: FreshDatabase
let of: { authorId: string; patientId: string }
const ids: Record<string, string> = {}

beforeAll(async () => {
  fresh = await freshDatabase()
  of = await storedPatient(fresh)
})
afterAll(() => fresh.close())

const pageAndMore = 103

async function storeOthers() {
  const rows = {
    now: await screeningOf(of),
    old: await screeningOf(of, { version: '1.0.0' }),
    oldInOtherWords: await screeningOf(of, { version: '1.0.0', findings: failingFindings }),
    tampered: await screeningOf(of),
    outcomeColumn: await screeningOf(of, { outcome: 'does-not-meet' }),
    unknown: await screeningOf(of, { rulesetVersion: '0.9.0' }),
    refused: await screeningOf(of),
    noAnswer: await screeningOf(of),
  }
  await fresh.owner.screening.createMany({ data: Object.values(rows) })
  for (const [name, { id }] of Object.entries(rows)) ids[name] = id
  await tamper(
    fresh,
    `UPDATE "Screening" SET
      "result" = CASE "id" WHEN '${ids['noAnswer']}' THEN '{"Quillfeather": 1}'
        WHEN '${ids['tampered']}' THEN jsonb_set("result"::jsonb, '{levels,0,criteria,2,status}', '"not-met"')
        ELSE "result"::jsonb END,
      "findings" = CASE "id" WHEN '${ids['refused']}' THEN "findings"::jsonb - 'levels' ELSE "findings"::jsonb END`,
  )
}

const replayed = async (rules?: ReplayRules, json = false) => {
  const out = new PassThrough()
  const written = text(out)
  const { signal } = new AbortController()
  const code = await replayCommand(fresh.ownerUrl, { json, out, signal, ...(rules && { rules }) })
  out.end()
  return { code, lines: (await written).split('\n').slice(0, -1) }
}

/** The rules in force with every "no retropulsion" read as a mild one, and pregnancy asked for. */
const planted: ReplayRules = {
  ...theRules,
  inForce: {
    version: '9.0.0',
    hash: 'sha256:',
    screen: (findings) => {
      const result = structuredClone(screen(findings as Findings)) as ScreeningResult
      const [level] = result.levels
      const retropulsion = level?.criteria[2]
      if (!level || retropulsion?.status !== 'met') return result
      Object.assign(retropulsion, { status: 'needs-review', code: 'mild' })
      level.outcome = 'needs-surgeon-review'
      return { ...result, outcome: 'needs-surgeon-review', cautions: [] }
    },
  },
}

describe('A replay of what nobody touched', () => {
  it('finds every screening identical, over more than a page', async () => {
    const rows = copiesOf(await screeningOf(of, { findings: failingFindings }), pageAndMore)
    await fresh.owner.screening.createMany({ data: rows })
    const { code, lines } = await replayed()
    expect(code).toBe(0)
    expect(lines[0]).toBe(
      'Under their own version: 103 screenings; 103 identical, 0 different, 0 not replayed.',
    )
  })
})

describe('A replay of other screenings too', () => {
  beforeAll(storeOthers)

  it('finds what differs under its own version, a line each, and says where', async () => {
    const { code, lines } = await replayed()
    expect(code).toBe(1)
    expect(lines.filter((line) => /^(different|not)/.test(line))).toEqual([
      `different     ${ids['tampered']} (1.0.1): at /levels/0/criteria/2/status`,
      `different     ${ids['outcomeColumn']} (1.0.1): at column outcome`,
      `not replayed  ${ids['unknown']} (0.9.0): no rules are kept of this version`,
      `not replayed  ${ids['refused']} (1.0.1): this version does not accept the findings that are stored`,
      `different     ${ids['noAnswer']} (1.0.1): at the whole result`,
    ])
    expect(lines).toContain(
      'Under their own version: 111 screenings; 106 identical, 3 different, 2 not replayed.',
    )
    expect(lines).toContain('  1.0.0: 2 identical, 0 different, 0 not replayed')
    expect(lines).toContain('Left out: 0 that were erased and cannot be screened again.')
  })

  it('counts what changes in words alone under the rules in force, and lists what comes out otherwise', async () => {
    const { lines } = await replayed()
    expect(lines.join('\n')).toContain('107 the same; 1 change in words only;')
    expect(lines.filter((line) => line.startsWith('changes'))).toEqual([
      `changes       ${ids['tampered']} (1.0.1): same outcome; L1 no-significant-retropulsion: not-met (none) -> met (none)`,
      `changes       ${ids['refused']} (1.0.1): the rules in force do not accept the findings`,
      `changes       ${ids['noAnswer']} (1.0.1): what is stored is no answer to compare with`,
    ])
  })

  it('tells through which criterion changed rules come to another outcome, and counts the ways', async () => {
    const { lines } = await replayed(planted)
    expect(lines).toContain(
      `changes       ${ids['old']} (1.0.0): meets -> needs-surgeon-review; L1 meets -> needs-surgeon-review; L1 no-significant-retropulsion: met (none) -> needs-review (mild)`,
    )
    expect(lines).toContain('  meets -> needs-surgeon-review: 5')
    expect(lines).toContain(
      '  through no-significant-retropulsion, met none -> needs-review mild: 4',
    )
  })

  it('tells nothing of a patient but the screening’s id, also as JSON and of what was tampered with', async () => {
    const { lines } = await replayed(planted, true)
    const [first] = lines.map((line) => JSON.parse(line))
    expect(first).toMatchObject({ id: ids['now'], own: { is: 'identical' }, kind: 'outcome' })
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ state: 'differs', done: 111, erased: 0 })
    expect(lines.join('\n')).not.toMatch(/Quill|MRN-|1948/)
    expect(lines.join('\n')).not.toContain(of.patientId)
  })

  it('is in the log before anything is read, and when it has ended', async () => {
    const told = await toldBy(fresh, () => replayed())
    expect(told.map(({ event: { reason, who, outcome } }) => [reason, who, outcome])).toEqual([
      ['begun', null, 'done'],
      ['differs', null, 'done'],
    ])
    expect(told[1]).toMatchObject({ details: { done: 111, own: { identical: 106, different: 3 } } })
  })

  it('runs no rules whose file was changed, and says so', async () => {
    const rulesOf = () => Promise.reject(new RulesFileAltered())
    const { code, lines } = await replayed({ ...theRules, rulesOf })
    expect(code).toBe(1)
    expect(lines[0]).toContain('the kept rules of this version are not as they were released')
  })

  it('does not run without a log, and says in a sentence that there is none or no database', async () => {
    await fresh.owner.$executeRaw`
      ALTER TABLE "AuditEntry" ADD CONSTRAINT "nothing_can_be_written" CHECK (false) NOT VALID`
    await expect(replayed()).rejects.toThrow('The log could not be written')
    await fresh.owner.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT "nothing_can_be_written"`
    const nowhere = fresh.ownerUrl.replace(/kyphoscreen_test_/, 'no_such_')
    const asked = { json: false, out: new PassThrough(), signal: new AbortController().signal }
    await expect(replayCommand(nowhere, asked)).rejects.toThrow('no database of that name')
  })
})
