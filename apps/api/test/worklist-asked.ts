import { setTimeout as pause } from 'node:timers/promises'
import type {
  WorklistName,
  WorklistPage,
  WorklistPageAsked,
  WorklistQuery,
} from '../src/contract.ts'
import type { RunningApp } from './running-app.ts'

/** A list of everyone's referrals without a filter, by closing window. */
export const listAsked = (
  list: WorklistName,
  asked: Partial<WorklistQuery> = {},
): WorklistQuery => ({
  list,
  owner: 'everyone',
  states: [],
  outcomes: [],
  priorities: [],
  text: null,
  sort: { by: 'closing', direction: 'ascending' },
  ...asked,
})

/** Asks for a page of a list, the first fifty unless said otherwise; a machine too busy to answer is asked again. */
export async function pageOf(
  { send }: RunningApp,
  as: string,
  asked: WorklistQuery & Partial<WorklistPageAsked>,
): Promise<WorklistPage> {
  const body = { size: 50, page: 'first', ...asked }
  let answer = await send('POST', '/api/referrals/search', { as, body })
  for (let tries = 0; answer.statusCode === 503 && tries < 10; tries++) {
    await pause(500)
    answer = await send('POST', '/api/referrals/search', { as, body })
  }
  return answer.json()
}
