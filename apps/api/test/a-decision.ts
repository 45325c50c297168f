import type { Decision, NewDecision } from '../src/contract.ts'
import { password, type RunningApp } from './running-app.ts'

/** The parts of every decision, as an ordinary one has them. */
export const ordinary = { note: null, reason: null, replaces: null, password } as const

/** A plan that follows the outcome of findings that meet the criteria at L1. */
export const plan = { kind: 'plan-kyphoplasty', levels: ['L1'], ...ordinary } as const

/** A decision that departs from the outcome of findings that meet the criteria, with its reason. */
export const against = {
  kind: 'not-pursued',
  ...ordinary,
  reason: { group: 'patient-preference', code: 'declines-procedure', text: null },
} as const satisfies NewDecision

/** Sends a decision on a screening. */
export const sendDecision = (
  { send }: RunningApp,
  as: string,
  screeningId: string,
  { key, ...body }: Record<string, unknown> & { key?: string },
) =>
  send('POST', `/api/screenings/${screeningId}/decisions`, {
    as,
    body,
    ...(key !== undefined && { headers: { 'idempotency-key': key } }),
  })

/** Records a decision. */
export const decided = async (
  running: RunningApp,
  as: string,
  screeningId: string,
  body: Record<string, unknown> = plan,
): Promise<Decision> => {
  const answer = await sendDecision(running, as, screeningId, body)
  if (answer.statusCode !== 201) throw new Error(`not decided: ${answer.body}`)
  return answer.json()
}

/** Reads the decisions of a screening, newest first. */
export const decisionsOf = async (
  { send }: RunningApp,
  as: string,
  screeningId: string,
): Promise<Decision[]> =>
  (await send('GET', `/api/screenings/${screeningId}/decisions`, { as })).json().decisions
