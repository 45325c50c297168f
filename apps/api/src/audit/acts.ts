import type { Decision, Role, Screening } from '../../generated/prisma/client.ts'
import type { Retry } from '../idempotency/once.ts'
import { ask, type Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { written } from './canonical-json.ts'
import type { Actor, NewEntry } from './entry.ts'
import { grouped } from './grouped.ts'
import { recordOf } from './record-of.ts'
import { type SealedEntry, sealedRecord } from './seal.ts'
import { unwritable } from './unwritable.ts'

const mostTogether = 64

/** A screening or a decision to record, who does so, what a retry is known by, and what the log tells of it. */
export type Act = {
  by: Actor
  entry: Omit<NewEntry, 'details'>
  retry: Retry | undefined
} & ({ screening: Screening; decision?: never } | { decision: Decision; screening?: never })

/** The author of what was stored; the id of what the same request stored before, or the answer it was given; or no patient. */
export type Recorded =
  | { verdict: 'stored'; author: { displayName: string; role: Role } }
  | { verdict: 'repeated'; body: unknown }
  | { verdict: 'no-patient' }

type Verdict = {
  verdict: Recorded['verdict']
  displayName: string
  role: Role
  requestHash: string | null
  body: unknown
}

type Prepared = SealedEntry & { columns: object; texts: readonly Buffer[] }

/** An act as it is sent, its findings and result as texts that are sealed and stored alike. */
const prepared = ({ by, entry, retry, screening, decision }: Act): Prepared => {
  const key = { key: retry?.key ?? null, requestHash: retry?.requestHash ?? null }
  if (decision) {
    const columns = { ...key, accountId: decision.authorId, id: decision.id, decision }
    return { columns, texts: [], ...sealedRecord(by, entry, recordOf({ decision })) }
  }
  const { authorId: accountId, recordedAt: at, ...rest } = screening
  const [findings, result] = [written(rest.findings), written(rest.result)]
  const record = recordOf({ screening: { ...screening, findings, result } })
  const columns = { ...key, ...rest, accountId, at, findings: undefined, result: undefined }
  const texts = [findings, result].map(({ json }) => Buffer.from(json))
  return { columns, texts, ...sealedRecord(by, entry, record) }
}

/** Puts the texts of all acts one after the other, and has each act say where its own are. */
function packed(acts: readonly Prepared[]) {
  let end = 0
  const placed = acts.map(({ columns, texts: [findings, result] }) => {
    if (!findings || !result) return columns
    const findingsFrom = end
    const resultFrom = findingsFrom + findings.length
    end = resultFrom + result.length
    return { ...columns, findingsFrom, resultFrom, resultTo: end }
  })
  const texts = acts.flatMap((act) => act.texts)
  return { placed: JSON.stringify(placed), texts: Buffer.concat(texts, end) }
}

/** Stores acts with one call, one lock of the log's head and one flush. */
const storeTogether = (database: Database) => async (acts: readonly Act[]) => {
  const entries = acts.map(prepared)
  const { placed, texts } = packed(entries)
  const [events, salts] = [entries.map(({ event }) => event), entries.map(({ salt }) => salt)]
  const values = [placed, texts, events, salts]
  return ask<Verdict>(database, 'SELECT * FROM record_acts($1::json, $2, $3, $4)', values)
}

const recordedOf = (told: Verdict, retry: Retry | undefined): Recorded => {
  const { verdict, displayName, role, requestHash, body } = told
  if (verdict === 'stored') return { verdict, author: { displayName, role } }
  if (verdict === 'no-patient') return { verdict }
  if (requestHash !== retry?.requestHash) throw new Refused('key-used-otherwise')
  return { verdict, body }
}

/** Records one act, whole or not at all: its row, the reply kept for a retry, the end of the draft, and its entry in the log. */
export type RecordAct = (act: Act) => Promise<Recorded>

/** The way to record of one process: acts that arrive together are stored together. */
export function actsOf(database: Database): RecordAct {
  const store = grouped(storeTogether(database), mostTogether)
  return async (act) => {
    const told = await store(act).catch((error: unknown) => {
      throw unwritable(error)
    })
    return recordedOf(told, act.retry)
  }
}
