import { setTimeout as pause } from 'node:timers/promises'
import type { Referral } from '../../../apps/api/src/contract.ts'
import { expected, newReferral, toDo } from '../../../apps/api/test/a-referral.ts'
import { importFile } from '../../../apps/api/test/imported.ts'
import { listAsked } from '../../../apps/api/test/worklist-asked.ts'
import { type Act, type Acting, anybody, navigator, recorder, refused } from './acting.ts'
import type { Told } from './told.ts'

/** Takes a referral in. */
export const receive: Act = async (acting) => {
  const patient = acting.chance.of(acting.patients)
  await acting.clinic.does({
    as: recorder(acting),
    send: ['POST', '/referrals', newReferral(patient)],
    status: 201,
    told: ({ body }) => {
      acting.referrals.push(body)
      return [{ action: 'referral-received', on: `referral/${body.id}`, patient }]
    },
  })
}

const seen = ({ version }: Referral) => ({ 'if-match': `"${version}"` })

type Change = readonly [method: string, path: string, body: unknown, action: Told['action']]

const changes: readonly ((acting: Acting) => Change)[] = [
  ({ next }) => ['POST', '/notes', { text: `rang ${next()} times` }, 'referral-note-added'],
  () => ['POST', '/documents', expected(), 'referral-document-changed'],
  () => ['POST', '/tasks', toDo, 'referral-task-changed'],
  ({ next }) => ['PATCH', '', { reason: `Fell ${next()} times` }, 'referral-changed'],
]

const change: Act = async (acting) => {
  const place = acting.chance.number(acting.referrals.length)
  const referral = acting.referrals[place] as Referral
  const [method, path, body, action] = acting.chance.of(changes)(acting)
  const { id, patient } = referral
  await acting.clinic.does({
    as: recorder(acting),
    send: [method, `/referrals/${id}${path}`, body],
    headers: seen(referral),
    status: method === 'POST' ? 201 : 200,
    told: (answer) => {
      acting.referrals[place] = answer.body
      return [{ action, on: `referral/${id}`, patient: patient.id }]
    },
  })
}

const note = { text: 'rang once' }

const stale: Act = (acting) => {
  const { id } = acting.chance.of(acting.referrals)
  const send = ['POST', `/referrals/${id}/notes`, note] as const
  const kind = [412, 'changed-meanwhile', 'writeNote'] as const
  return acting.clinic.does(refused(recorder(acting), send, kind, { 'if-match': '"99"' }))
}

const unseen: Act = (acting) => {
  const { id } = acting.chance.of(acting.referrals)
  const send = ['POST', `/referrals/${id}/notes`, note] as const
  return acting.clinic.does(
    refused(recorder(acting), send, [428, 'version-not-named', 'writeNote']),
  )
}

type Page = { rows: { patient: { id: string } }[]; after: string | null }

/** Looks through the whole list of open referrals; gives whom it shows. */
async function seenInList({ clinic }: Acting, as: string): Promise<string[]> {
  const seen: string[] = []
  for (let page: unknown = 'first'; page !== null; ) {
    const { body } = await clinic.does({
      as,
      send: ['POST', '/referrals/search', { ...listAsked('open'), size: 100, page }],
      status: 200,
      told: (answer) => [{ action: 'worklist-viewed', shown: idsIn(answer.body) }],
    })
    seen.push(...idsIn(body))
    page = body.after === null ? null : { after: body.after }
  }
  return seen
}

const idsIn = ({ rows }: Page) => rows.map(({ patient }) => patient.id)

const takeOut: Act = async (acting) => {
  const as = anybody(acting)
  const shown = await seenInList(acting, as)
  await acting.clinic.does({
    as,
    send: ['POST', '/referrals/export', listAsked('open')],
    status: 200,
    told: () => [
      { action: 'export', on: 'export/*' },
      { action: 'export-part', on: 'export/*', shown },
      { action: 'export-finished', on: 'export/*' },
    ],
  })
}

/** Imports one referral, from the file to its end. */
export const importOne: Act = async (acting) => {
  const number = acting.next()
  const file = importFile.replaceAll('R-1', `R-${number}`).replaceAll('INV-1', `INV-${number}`)
  const { does } = acting.clinic
  const as = navigator
  const sent = await does({
    as,
    send: ['POST', '/imports', file],
    status: 201,
    told: ({ body }) => [{ action: 'import-uploaded', on: `import/${body.id}` }],
  })
  const on = `import/${sent.body.id}` as const
  const path = `/imports/${sent.body.id}`
  await does({
    as,
    send: ['GET', `${path}/preview`],
    status: 200,
    told: () => [{ action: 'import-viewed', on }],
  })
  await does({
    as,
    send: ['POST', `${path}/run`],
    status: 202,
    told: () => [
      { action: 'import-started', on },
      { action: 'import-batch-stored', on },
      { action: 'import-finished', on, reason: 'done' },
    ],
  })
  for (let state = ''; state !== 'done'; ) {
    const { body } = await does({ as, send: ['GET', path], status: 200, told: () => [] })
    state = body.state
    await pause(100)
  }
  for (const entry of acting.clinic.expected.slice(-2)) entry.to = Date.now()
}

/** Referrals, each with how often it is done beside the others. */
export const referring: readonly [times: number, act: Act][] = [
  [4, receive],
  [8, change],
  [1, stale],
  [1, unseen],
  [2, takeOut],
]
