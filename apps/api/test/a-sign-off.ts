import { ruleset } from '@kyphoscreen/rules'
import type { NewSignOff, NewWithdrawal, SignOff, SignOffs } from '../src/contract.ts'
import { password, type RunningApp } from './running-app.ts'

const { id, version, hash } = ruleset

/** A sign-off of the version in force. */
export const signOff: NewSignOff = {
  ruleset: { id, version, hash },
  note: 'The atlas was read row by row.',
  password,
}

/** The withdrawal of a sign-off. */
export const withdrawal: NewWithdrawal = { reason: 'A row of pain was misread.', password }

type Keyed = Record<string, unknown> & { key?: string }

const keyed = (key: string | undefined) =>
  key !== undefined && { headers: { 'idempotency-key': key } }

/** Sends a sign-off. */
export const sendSignOff = ({ send }: RunningApp, as: string, { key, ...body }: Keyed = signOff) =>
  send('POST', '/api/ruleset/sign-offs', { as, body, ...keyed(key) })

/** Sends the withdrawal of a sign-off. */
export const sendWithdrawal = (
  { send }: RunningApp,
  as: string,
  signOffId: string,
  { key, ...body }: Keyed = withdrawal,
) => send('POST', `/api/ruleset/sign-offs/${signOffId}/withdrawal`, { as, body, ...keyed(key) })

/** Signs off the version in force. */
export const signedOff = async (running: RunningApp, as: string): Promise<SignOff> => {
  const answer = await sendSignOff(running, as)
  if (answer.statusCode !== 201) throw new Error(`not signed off: ${answer.body}`)
  return answer.json()
}

/** Reads every sign-off, newest first. */
export const signOffsRead = async ({ send }: RunningApp, as: string): Promise<SignOffs> => {
  const answer = await send('GET', '/api/ruleset/sign-offs', { as })
  if (answer.statusCode !== 200) throw new Error(`not read: ${answer.body}`)
  return answer.json()
}
