import type fc from 'fast-check'
import { addDays, Findings } from '../src/index.ts'
import { findingsOfAtMost } from './few-levels.ts'

/** The same findings some days later with nothing new recorded, written without the rules' own calendar. */
export function later(findings: Findings, days: number): Findings {
  const assessedOn = addDays(findings.assessedOn, days)
  const { careDays, careResponse } = findings.patient ?? {}
  if (careDays === undefined || careResponse === 'not-tried') return { ...findings, assessedOn }
  return { ...findings, assessedOn, patient: { ...findings.patient, careDays: careDays + days } }
}

const staysAcceptable = (findings: Findings) => Findings.safeParse(later(findings, 200)).success

/** Findings that stay acceptable; left out: care recorded as not tried and started on the day of assessment, which contradicts itself a day later. */
export const movableFindings: fc.Arbitrary<Findings> = findingsOfAtMost(3).filter(staysAcceptable)
