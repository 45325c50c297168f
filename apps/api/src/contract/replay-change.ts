import { z } from 'zod'

/** What changes between two answers to the same findings, in codes alone, whatever version of the rules gave them. */

const Code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const Level = z.string().regex(/^[A-Z]\d{1,2}$/)

/** How a criterion stands: its status and the code of its reason. */
export const CriterionStanding = z.strictObject({ status: Code, code: Code })
export type CriterionStanding = z.infer<typeof CriterionStanding>

const FromTo = z.strictObject({ before: Code.nullable(), after: Code.nullable() })

/** The parts of a result beside outcomes and criteria that have codes. */
export const remarkParts = [
  ...['redFlags', 'cautions', 'advisories', 'conflicts', 'documentationGaps'],
  ...['notRecordedSafetyChecks', 'missing', 'noNeedToChase', 'settles', 'nextChange'],
] as const

/** What changes: the outcome, whether it is urgent, levels and criteria, and which other parts; null stands where one answer has none. */
export const ReplayChange = z.strictObject({
  outcome: FromTo.nullable(),
  urgent: z.strictObject({ before: z.boolean(), after: z.boolean() }).nullable(),
  levels: z.array(FromTo.extend({ level: Level })),
  criteria: z.array(
    z.strictObject({
      level: Level,
      criterion: Code,
      before: CriterionStanding.nullable(),
      after: CriterionStanding.nullable(),
    }),
  ),
  parts: z.array(z.string()),
})
export type ReplayChange = z.infer<typeof ReplayChange>

const Coded = z.object({
  id: z.string().optional(),
  fact: z.string().optional(),
  level: Level.optional(),
  decisive: z.boolean().optional(),
  urgent: z.boolean().optional(),
})
const Answer = z.object({
  outcome: Code,
  urgent: z.boolean(),
  levels: z.array(
    z.object({
      level: Level,
      outcome: Code,
      criteria: z.array(CriterionStanding.strip().extend({ id: Code })),
    }),
  ),
})
type Answer = z.infer<typeof Answer>
type Part = z.infer<typeof Coded>[] | { on: string } | null

const Parts = z.object({
  ...Object.fromEntries(remarkParts.map((part) => [part, z.array(Coded).default([])])),
  nextChange: z.object({ on: z.iso.date() }).nullable().default(null),
})

const writePart = (part: Part | undefined): string =>
  Array.isArray(part)
    ? part
        .map(({ id, fact, level, decisive, urgent }) =>
          [id, fact, level, decisive, urgent].join(' '),
        )
        .sort()
        .join(', ')
    : (part?.on ?? '')

const otherParts = (before: unknown, after: unknown): string[] | undefined => {
  const [one, other] = [before, after].map((answer) => Parts.safeParse(answer))
  if (!one?.data || !other?.data) return undefined
  const [was, is] = [one.data, other.data] as [Record<string, Part>, Record<string, Part>]
  return remarkParts.filter((part) => writePart(was[part]) !== writePart(is[part]))
}

type Criteria = Map<string, { level: string; criterion: string; standing: CriterionStanding }>

const criteriaOf = ({ levels }: Answer): Criteria =>
  new Map(
    levels.flatMap(({ level, criteria }) =>
      criteria.map(({ id, status, code }) => [
        `${level} ${id}`,
        { level, criterion: id, standing: { status, code } },
      ]),
    ),
  )

const isOther = (one: CriterionStanding | undefined, other: CriterionStanding | undefined) =>
  one?.status !== other?.status || one?.code !== other?.code

const criteriaChanged = (before: Answer, after: Answer): ReplayChange['criteria'] => {
  const [was, is] = [criteriaOf(before), criteriaOf(after)]
  return [...new Map([...was, ...is])].flatMap(([key, { level, criterion }]) => {
    const [one, other] = [was.get(key)?.standing, is.get(key)?.standing]
    if (!isOther(one, other)) return []
    return [{ level, criterion, before: one ?? null, after: other ?? null }]
  })
}

const levelsChanged = (before: Answer, after: Answer): ReplayChange['levels'] => {
  const outcomes = ({ levels }: Answer) =>
    new Map(levels.map(({ level, outcome }) => [level, outcome]))
  const [was, is] = [outcomes(before), outcomes(after)]
  return [...new Map([...was, ...is]).keys()].flatMap((level) => {
    const [one = null, other = null] = [was.get(level), is.get(level)]
    return one === other ? [] : [{ level, before: one, after: other }]
  })
}

const fromTo = <Value>(before: Value, after: Value) => (before === after ? null : { before, after })

/** Compares two answers to the same findings; undefined when one of them is none that can be read. */
export function changeBetween(before: unknown, after: unknown): ReplayChange | undefined {
  const [was, is] = [Answer.safeParse(before).data, Answer.safeParse(after).data]
  const parts = otherParts(before, after)
  if (!was || !is || !parts) return undefined
  return {
    outcome: fromTo(was.outcome, is.outcome),
    urgent: fromTo(was.urgent, is.urgent),
    levels: levelsChanged(was, is),
    criteria: criteriaChanged(was, is),
    parts,
  }
}
