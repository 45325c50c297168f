import type { Findings, Outcome } from '@kyphoscreen/rules'
import { cql } from './engines/cql.ts'
import { jsonLogic } from './engines/json-logic.ts'
import { jsonRules } from './engines/json-rules.ts'
import type { Policy } from './engines/policy.ts'
import { zen } from './engines/zen.ts'

/** An engine: prepared once from a policy, then asked for the outcome of every screening of a cohort in turn. */
export type Contender = (
  policy: Policy,
) => (cohort: readonly Findings[]) => Outcome[] | Promise<Outcome[]>

/** The engines, by the names of their packages. */
export const contenders = {
  'json-logic-engine': jsonLogic,
  'json-rules-engine': jsonRules,
  '@gorules/zen-engine': zen,
  'cql-execution, inputs prepared': cql,
} as const satisfies Record<string, Contender>
