import { addDays, type Day, type LevelFacts, type LevelName } from '@kyphoscreen/rules'
import type { NewPatient, Referrer } from '../contract.ts'
import type { ConfirmedDecision } from '../decisions/refuse-decision.ts'
import type { InventedEvidence } from './invented-evidence.ts'
import { careSince, freshFracture, noRedFlags, severePain } from './invented-facts.ts'
import type { InventedReferral } from './invented-referrals.ts'
import { larkspur, quarryside, thistledown } from './invented-referrers.ts'

/** What a letter of a day tells of a fracture. */
type Fracture = (on: Day) => Omit<LevelFacts, 'level'>

/** What was told of a patient in a letter, what was decided on it, and how often it happened so. */
type Story = {
  times: number
  level: LevelName
  fracture: Fracture
  decision: ConfirmedDecision
}

const plain = { note: null, reason: null, replaces: null } as const

const unmeasured: Fracture = (on) => freshFracture(on, 34)
const complete: Fracture = (on) => ({
  ...unmeasured(on),
  ...{ retropulsion: 'none', canalCompromisePercent: 0 },
})
const chronic: Fracture = (on) => ({
  ...complete(on),
  ...{ mriFinding: 'chronic', mriMarrowEdema: false },
})
const mild: Fracture = (on) => ({ ...unmeasured(on), retropulsion: 'mild' })
const withoutMri: Fracture = (on) => ({ cause: 'osteoporosis', onsetOn: addDays(on, -34) })

const stories: readonly Story[] = [
  {
    ...{ times: 15, level: 'L1', fracture: complete },
    decision: { kind: 'plan-kyphoplasty', levels: ['L1'], ...plain },
  },
  {
    ...{ times: 3, level: 'T12', fracture: complete },
    decision: {
      ...{ kind: 'not-pursued', ...plain },
      reason: { group: 'patient-preference', code: 'declines-procedure', text: null },
    },
  },
  {
    ...{ times: 8, level: 'L3', fracture: chronic },
    decision: { kind: 'not-pursued', ...plain },
  },
  {
    ...{ times: 3, level: 'L2', fracture: chronic },
    decision: { kind: 'referred-elsewhere', ...plain, note: 'Back to the pain clinic.' },
  },
  {
    ...{ times: 2, level: 'T11', fracture: chronic },
    decision: {
      ...{ kind: 'plan-kyphoplasty', levels: ['T11'], ...plain },
      reason: { group: 'context-insufficient', code: 'own-look-at-images', text: null },
    },
  },
  {
    ...{ times: 2, level: 'L4', fracture: unmeasured },
    decision: { kind: 'more-information', ...plain, note: 'Retropulsion, from radiology.' },
  },
  {
    ...{ times: 2, level: 'L1', fracture: withoutMri },
    decision: { kind: 'more-information', ...plain, note: 'The MRI report, from the practice.' },
  },
  {
    ...{ times: 2, level: 'T10', fracture: mild },
    decision: { kind: 'plan-kyphoplasty', levels: ['T10'], ...plain },
  },
]

const familyNames = [
  'Kestrelby',
  'Larchmont',
  'Mistlewood',
  'Nettlefold',
  'Oakhollow',
  'Pennywhistle',
]
const givenNames = ['Rosalind', 'Edmund', 'Henrietta', 'Barnaby', 'Winifred', 'Lancelot']
const referrers: readonly Referrer[] = [
  ...[larkspur, quarryside, larkspur],
  ...[larkspur, quarryside, thistledown],
]
const waits = [6, 3, 9, 12, 5, 16, 8, 21, 4, 11, 31, 7]

/** The story of each invented patient of the past, one after the other, so that no month has one kind alone. */
const told = stories
  .flatMap((story) =>
    Array.from({ length: story.times }, (_, at) => ({ story, at: at / story.times })),
  )
  .sort((one, other) => one.at - other.at)
  .map(({ story }) => story)

const letterOf = ({ level, fracture }: Story, daysAgo: number): InventedEvidence => ({
  daysAgo,
  entry: (today: Day) => {
    const on = addDays(today, -daysAgo)
    return {
      origin: { kind: 'document', name: 'Referral letter with MRI report', on },
      patient: { ...noRedFlags, ...severePain, ...careSince(on, 24) },
      levels: [{ level, ...fracture(on) }],
    }
  },
})

const mrnOf = (at: number) => `DEMO-${2001 + at}`

const pick = <T>(of: readonly T[], at: number): T => of[at % of.length] as T

const referralOf = (story: Story, at: number): InventedReferral => {
  const wait = pick(waits, at)
  const receivedDaysAgo = 40 + at * 7
  const daysAgo = receivedDaysAgo - wait
  return {
    mrn: mrnOf(at),
    referrer: pick(referrers, at),
    reason: `Compression fracture of ${story.level}; please see.`,
    ...{ receivedDaysAgo, dueInDays: 14 - receivedDaysAgo, priority: 'routine' },
    evidence: [letterOf(story, receivedDaysAgo)],
    ...{ awaited: [], toDo: [] },
    steps: [
      { daysAgo: receivedDaysAgo - 1, to: 'in-triage', why: 'Letter read.' },
      { daysAgo, to: 'ready-for-surgeon', why: 'Ready to be decided.' },
      { daysAgo, to: 'decided', why: 'Seen by the surgeon.' },
      { daysAgo: daysAgo - 1, to: 'closed', why: 'The referrer has been told.' },
    ],
    decided: { daysAgo, decision: story.decision },
  }
}

const patientOf = (at: number): NewPatient => ({
  mrn: mrnOf(at),
  familyName: pick(familyNames, at),
  givenName: pick(givenNames, at + Math.floor(at / familyNames.length)),
  birthDate: addDays('1938-02-03', at * 211),
  sex: at % 2 === 0 ? 'female' : 'male',
})

/** Invented patients whose referrals were decided in the months before. */
export const formerPatients: readonly NewPatient[] = told.map((_, at) => patientOf(at))

/** Their referrals, each with the screening that was decided on. */
export const formerReferrals: readonly InventedReferral[] = told.map(referralOf)
