import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { questions, ruleset } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { criteria } from '../../packages/rules/src/criteria.ts'
import { atlasPage } from '../atlas-page/page.ts'
import { isCurrent } from './keep-page.ts'
import { outcomesInOrder } from './outcomes-in-order.ts'
import { criteriaPage } from './page.ts'

const page = criteriaPage()

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/docs-criteria.ts', ...args], { encoding: 'utf8' })

describe('the page of the criteria', () => {
  it('is the same every time it is made', () => {
    expect(criteriaPage()).toBe(page)
  })

  it('counts as stale as soon as one byte differs', () => {
    expect(isCurrent(Buffer.from(page), page)).toBe(true)
    expect(isCurrent(Buffer.from(page.replace('84 days', '85 days')), page)).toBe(false)
    expect(isCurrent(Buffer.alloc(0), page)).toBe(false)
  })

  it('shows every reading, reason, number, flag, caution, advisory, conflict and fact', () => {
    const shown = [
      ...ruleset.criteria.map(({ reading }) => reading),
      ...criteria.flatMap(({ reasons }) => Object.keys(reasons).map((code) => `| \`${code}\` |`)),
      ...ruleset.policy.map(({ name, value, unit }) => `| \`${name}\` | ${value} ${unit} |`),
      ...ruleset.redFlags.map(({ says }) => says),
      ...ruleset.cautions.map(({ says }) => says),
      ...ruleset.advisories.map(({ says }) => says),
      ...ruleset.conflicts.map(({ says }) => says),
      ...Object.keys(questions).map((fact) => `| \`${fact}\` |`),
    ]
    expect(shown.filter((text) => !page.includes(text))).toEqual([])
  })

  it('gives the outcome of each clause as the contract does', () => {
    expect(outcomesInOrder().map(({ outcome }) => outcome)).toEqual([
      'needs-surgeon-review',
      'needs-surgeon-review',
      'needs-surgeon-review',
      'needs-surgeon-review',
      'does-not-meet',
      'needs-surgeon-review',
      'needs-surgeon-review',
      'insufficient-information',
      'needs-surgeon-review',
      'needs-surgeon-review',
      'meets',
    ])
  })

  it('and the page of the atlas are kept as the rules say now', () => {
    const kept = ['docs/criteria.md', 'docs/atlas.md'].map((path) => readFileSync(path))
    expect(isCurrent(kept[0] ?? Buffer.alloc(0), page)).toBe(true)
    expect(isCurrent(kept[1] ?? Buffer.alloc(0), atlasPage())).toBe(true)
  })

  it('ends with 2 and says how it is used when an option is not known', () => {
    const { status, stdout, stderr } = run('--chek')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: npm run docs:criteria')
  })
})
