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

/** Asks for a page of a list, the first fifty unless said otherwise. */
export async function pageOf(
  { send }: RunningApp,
  as: string,
  asked: WorklistQuery & Partial<WorklistPageAsked>,
): Promise<WorklistPage> {
  const body = { size: 50, page: 'first', ...asked }
  return (await send('POST', '/api/referrals/search', { as, body })).json()
}
