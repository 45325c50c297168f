import { Ruleset, ScreeningResult, writeDay } from '@kyphoscreen/rules'
import { z } from 'zod'
import { Author } from './author.ts'
import { prose } from './texts.ts'

/** One version of the rules, by its hash too. */
export const RulesetVersion = ScreeningResult.shape.ruleset
export type RulesetVersion = z.infer<typeof RulesetVersion>

const password = z.string().min(1).max(1024)
const longest = 2000

/** A sign-off to record: the version that was read, on what the signature rests, and the surgeon's own password again, which is never kept. */
export const NewSignOff = z.strictObject({
  ruleset: RulesetVersion,
  note: prose(longest),
  password,
})
export type NewSignOff = z.infer<typeof NewSignOff>

/** The withdrawal of a sign-off to record, with the reason; the password is never kept. */
export const NewWithdrawal = z.strictObject({ reason: prose(longest), password })
export type NewWithdrawal = z.infer<typeof NewWithdrawal>

/** A recorded sign-off of a version of the rules, and how it was withdrawn when it was; neither is ever changed. */
export const SignOff = z.strictObject({
  id: z.uuid(),
  ruleset: RulesetVersion,
  note: z.string(),
  signedAt: z.iso.datetime(),
  signedBy: Author,
  withdrawn: z.strictObject({ reason: z.string(), at: z.iso.datetime(), by: Author }).nullable(),
})
export type SignOff = z.infer<typeof SignOff>

/** The version in force, and every sign-off of any version, newest first. */
export const SignOffs = z.strictObject({ inForce: RulesetVersion, signOffs: z.array(SignOff) })
export type SignOffs = z.infer<typeof SignOffs>

/** Whether a clinician has signed the reading of the criteria that a result rests on, and how that is said. */
export const Reading = z.strictObject({ signedOff: z.boolean(), words: z.string() })
export type Reading = z.infer<typeof Reading>

/** A result with the reading it rests on as it stands now, which is no part of the result. */
export const EvaluatedFindings = ScreeningResult.extend({ reading: Reading })
export type EvaluatedFindings = z.infer<typeof EvaluatedFindings>

/** The rules in force, described, with the sign-off that stands on them; null while their reading is a draft. */
export const RulesetInForce = Ruleset.extend({ signedOff: SignOff.nullable(), reading: Reading })
export type RulesetInForce = z.infer<typeof RulesetInForce>

const isOf = ({ ruleset }: SignOff, { id, version, hash }: RulesetVersion) =>
  ruleset.id === id && ruleset.version === version && ruleset.hash === hash

/** Gives the sign-off that stood on a version of the rules at a moment, by default now; undefined when it was a draft. */
export const signOffOf = (
  signOffs: readonly SignOff[],
  ruleset: RulesetVersion,
  at?: string,
): SignOff | undefined =>
  signOffs.find(
    (one) =>
      isOf(one, ruleset) &&
      (at === undefined
        ? one.withdrawn === null
        : one.signedAt <= at && (one.withdrawn === null || at < one.withdrawn.at)),
  )

const dayOf = (instant: string) => writeDay(instant.slice(0, 10))

/** What is said of a reading, in the middle of a sentence: a draft, or signed off by whom and on which day. */
export const writeReading = (signOff: SignOff | undefined): string =>
  signOff === undefined
    ? 'draft reading, not signed off'
    : `reading signed off by ${signOff.signedBy.displayName} on ${dayOf(signOff.signedAt)}`

/** Says of a reading whether it is signed off, for a reply that has a result. */
export const readingOf = (signOff: SignOff | undefined): Reading => ({
  signedOff: signOff !== undefined,
  words: writeReading(signOff),
})
