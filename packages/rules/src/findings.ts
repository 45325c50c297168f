import { z } from 'zod'
import { surelyAccepts } from './accepts.ts'
import { contradictions } from './contradictions.ts'
import { Day } from './day.ts'
import { LevelFacts, PatientFacts, vertebraeInOrder } from './facts.ts'
import { freezeFindings } from './freeze-findings.ts'
import { nothingOf } from './one-shape.ts'

const nothingOfPatient = nothingOf(PatientFacts)
const nothingOfLevel = nothingOf(LevelFacts)

/** Copies findings with all their keys, those that are left out as undefined. */
const inOneShape = ({ assessedOn, patient, levels }: z.infer<typeof Recorded>) => ({
  assessedOn,
  patient: patient && { ...nothingOfPatient, ...patient },
  levels: levels.map((level) => ({ ...nothingOfLevel, ...level })),
})

/** What was accepted, with the copy that is screened. */
const accepted = new WeakMap<object, Findings>()

/** The findings last read from text; whoever screens them does so at once, so that they need no place among the accepted. */
let lastRead: object | undefined

/** The facts of findings, whether or not they contradict each other. */
export const Recorded = z.strictObject({
  assessedOn: Day,
  patient: PatientFacts.optional(),
  levels: z.array(LevelFacts).min(1).max(vertebraeInOrder.length),
})

/**
 * The findings a screening is made from: the day they are judged on, the patient's facts, and one
 * entry a fractured level. Days are `YYYY-MM-DD`, percentages 0-100. Unknown keys, numbers outside
 * their scale and facts that contradict each other are refused, never repaired. What is accepted is
 * frozen.
 */
export const Findings = Recorded.superRefine((findings, context) => {
  for (const { path, reason } of contradictions(findings)) {
    context.addIssue({ code: 'custom', path, message: reason })
  }
}).overwrite((findings) => {
  accepted.set(freezeFindings(findings), inOneShape(findings))
  return findings
})
export type Findings = z.infer<typeof Findings>

const isSure = surelyAccepts(Recorded)

/**
 * Reads findings from JSON text as `Findings.safeParse(JSON.parse(text))` does, and throws as `JSON.parse`
 * does; plain findings several times as fast. Their keys stay in the order of the text.
 */
export const readFindings = (text: string): z.ZodSafeParseResult<Findings> =>
  checkFindings(JSON.parse(text))

/** Checks findings as `Findings.safeParse` does; plain ones several times as fast, and these it freezes instead of copying them. */
export function checkFindings(sent: unknown): z.ZodSafeParseResult<Findings> {
  if (!isSure(sent)) return Findings.safeParse(sent)
  const plain = sent as Findings
  if (contradictions(plain).length > 0) return Findings.safeParse(sent)
  lastRead = freezeFindings(plain)
  return { success: true, data: plain }
}

/** Gives what is to be screened when this very object was accepted, and checks it now when it was not. */
export const acceptedFindings = (findings: Findings): Findings =>
  findings === lastRead ? findings : (accepted.get(findings) ?? acceptedNow(findings))

const acceptedNow = (findings: Findings) => accepted.get(Findings.parse(findings)) as Findings
