/** A condition on one input; `absent` is the only one that asks whether it was recorded. */
export type Test =
  | { absent: string }
  | { is: string; equal: string | boolean }
  | { is: string; oneOf: readonly string[] }
  | { is: string; below: number }
  | { is: string; from: number }
  | { is: string; over: number }
export type When = Test | { all: readonly When[] } | { any: readonly When[] }

/** A decision list, first match wins; `otherwise` is what holds when nothing matches. */
export type DecisionList = {
  readonly name: string
  readonly clauses: readonly (readonly [When, string])[]
  readonly otherwise: string
}

export const all = (...when: When[]): When => ({ all: when })
export const any = (...when: When[]): When => ({ any: when })
export const absent = (input: string): When => ({ absent: input })
export const is = (input: string, equal: string | boolean): When => ({ is: input, equal })
export const oneOf = (input: string, ...values: string[]): When => ({ is: input, oneOf: values })
export const below = (input: string, limit: number): When => ({ is: input, below: limit })
export const from = (input: string, limit: number): When => ({ is: input, from: limit })
export const over = (input: string, limit: number): When => ({ is: input, over: limit })

const asksForAbsence = (when: When): boolean => {
  if ('absent' in when) return true
  const inner = 'all' in when ? when.all : 'any' in when ? when.any : []
  return inner.some(asksForAbsence)
}

/** Leaves out every clause that asks whether something was recorded. */
export const withoutAbsence = (list: DecisionList): DecisionList => ({
  ...list,
  clauses: list.clauses.filter(([when]) => !asksForAbsence(when)),
})
