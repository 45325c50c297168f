import './release/release.test.ts'
import './cases/cases.test.ts'
import '../src/criteria/active-fracture-on-mri.test.ts'
import '../src/criteria/failed-conservative-care.test.ts'
import '../src/criteria/no-significant-retropulsion.test.ts'
import '../src/criteria/severe-pain-limiting-life.test.ts'
import '../src/remembered.test.ts'
import '../src/seen-alike.test.ts'
import '../src/accepts.test.ts'
import './accepted-values.test.ts'
import './citation-faults.test.ts'
import './declared-facts.test.ts'
import './headline.test.ts'
import './lattice.test.ts'
import './refusals-in-a-request.test.ts'
import './plain-findings.test.ts'
import './reading-findings.test.ts'
import './refusals.test.ts'
import './what-a-result-carries.test.ts'
import './result-shape.test.ts'
import '../src/day.test.ts'
import './citations.test.ts'
import './aggregation.test.ts'
import './answers.test.ts'
import './what-would-change-it.test.ts'
import './brief.test.ts'
import './calendar.test.ts'
import './calendar-of-any-findings.test.ts'
import './criterion-told.test.ts'
import './decisive.test.ts'
import './settle.test.ts'
import './whatever-came-before.test.ts'
import fc from 'fast-check'
import { beforeEach } from 'vitest'
import { forgetEverything } from '../src/remembered.ts'

/*
 * The tests that mutants run against: the pinned corpus first, for most mutants fail there at once,
 * and the same random findings for each. Nothing is remembered from one test to the next, so that every
 * test is taken to reach all that it needs.
 */
fc.configureGlobal({ seed: 20_261_121 })
beforeEach(forgetEverything)
