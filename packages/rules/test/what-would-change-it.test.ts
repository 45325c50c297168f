import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { criteria } from '../src/criteria.ts'
import { addDays, type CriterionResult, Findings, screen, writeDay } from '../src/index.ts'
import { arbitraryFindings } from './arbitrary-findings.ts'

const twoWeeksFailed = (findings: Findings, careStartedOn: string): Findings => {
  const { careDays, ...patient } = findings.patient ?? {}
  const care = {
    careStartedOn,
    careModalities: ['bracing' as const],
    careResponse: 'failed' as const,
  }
  return {
    ...findings,
    assessedOn: addDays(careStartedOn, 14),
    patient: { ...patient, ...care },
  }
}

const daysOfCare = ({ assessedOn, patient = {} }: Findings) =>
  patient.careStartedOn ?? addDays(assessedOn, -(patient.careDays ?? 0))

const oldestOnset = ({ levels }: Findings) =>
  levels.map(({ onsetOn }) => onsetOn ?? '').toSorted()[0] ?? ''

const newMri = (findings: Findings, level: string): Findings => ({
  ...findings,
  levels: findings.levels.map((one) => {
    const { mriMarrowEdema, ...rest } = one
    return one.level === level
      ? { ...rest, mriPerformedOn: findings.assessedOn, mriFinding: 'acute' as const }
      : one
  }),
})

const newImaging = (findings: Findings, level: string): Findings => ({
  ...findings,
  levels: findings.levels.map((one) => {
    const { canalCompromisePercent, ...rest } = one
    return one.level === level ? { ...rest, retropulsion: 'none' as const } : one
  }),
})

const severePainFromIt = (findings: Findings): Findings => {
  const { painScore, painScale, ...patient } = findings.patient ?? {}
  const pain = {
    painSeverity: 'severe',
    painFromFracture: true,
    qualityOfLifeLimited: true,
  } as const
  return { ...findings, patient: { ...patient, ...pain } }
}

type Done = { findings: Findings; on?: string }

/** What each suggestion says, done: the findings it leads to, and the day it names. */
const done: Record<string, (findings: Findings, level: string) => Done> = {
  'not-active': (findings, level) => ({ findings: newMri(findings, level) }),
  improving: (findings) => ({ findings: twoWeeksFailed(findings, findings.assessedOn) }),
  resolved: (findings) => ({ findings: twoWeeksFailed(findings, findings.assessedOn) }),
  significant: (findings, level) => ({ findings: newImaging(findings, level) }),
  'not-from-fracture': (findings) => ({ findings: severePainFromIt(findings) }),
  'life-not-limited': (findings) => ({ findings: severePainFromIt(findings) }),
  'not-severe': (findings) => ({ findings: severePainFromIt(findings) }),
  'not-tried': (findings) => byCareFrom(findings, findings.assessedOn),
  'not-long-enough': (findings) => byCareFrom(findings, daysOfCare(findings)),
  'fracture-too-recent': (findings) => byCareFrom(findings, oldestOnset(findings)),
}

function byCareFrom(findings: Findings, careStartedOn: string): Done {
  const then = twoWeeksFailed(findings, careStartedOn)
  return { findings: then, on: then.assessedOn }
}

const resultAt = (findings: Findings, level: number, id: CriterionResult['id']) =>
  screen(Findings.parse(findings)).levels[level]?.criteria.find((one) => one.id === id)

const notMet = ({ status }: CriterionResult) => status === 'not-met'

describe('what would change a criterion that is not met', { timeout: 120_000 }, () => {
  it('is told for every reason', () => {
    const silent = criteria.flatMap(({ id, reasons }) =>
      Object.entries(reasons)
        .filter(([, reason]) => reason.status === 'not-met' && !('wouldChange' in reason))
        .map(([code]) => `${id} ${code}`),
    )
    expect(silent).toEqual([])
  })

  it('is told of no criterion that stands otherwise', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        for (const one of screen(findings).levels.flatMap((level) => level.criteria)) {
          if (!notMet(one)) expect(one.wouldChange).toBeNull()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is a new MRI, more care or a later assessment, never another reading of what is recorded', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        for (const { wouldChange } of screen(findings).levels.flatMap((one) => one.criteria)) {
          if (wouldChange === null) continue
          expect(wouldChange).toMatch(/^(A new MRI, made|Two (full )?weeks of|A later assessment,)/)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('changes it when it is done, and not a day before the day it names', () => {
    fc.assert(
      fc.property(arbitraryFindings, (findings) => {
        for (const [at, { level, criteria: told }] of screen(findings).levels.entries()) {
          for (const { id, code, wouldChange } of told.filter(notMet)) {
            if (wouldChange === null) throw new Error(`${code} suggests nothing`)
            const after = done[code]?.(findings, level)
            if (after === undefined) throw new Error(`no test does what ${code} suggests`)
            expect(resultAt(after.findings, at, id)?.status).not.toBe('not-met')
            if (after.on === undefined) continue
            expect(wouldChange).toContain(`${writeDay(after.on)}.`)
            const tooEarly = { ...after.findings, assessedOn: addDays(after.on, -1) }
            expect(resultAt(tooEarly, at, id)?.notYet).toBe(true)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
