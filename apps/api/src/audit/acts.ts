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

const sizes = { most: 64, beside: 8 }

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

type Prepared = { columns: object; pieces: readonly (Buffer | string)[] }

const preparedOf = (columns: object, { salt, event }: SealedEntry, texts: readonly string[]) => ({
  columns,
  pieces: [salt ?? '', event, ...texts],
})

/** An act as it is sent, its findings and result as texts that are sealed and stored alike. */
const prepared = ({ by, entry, retry, screening, decision }: Act): Prepared => {
  const key = { key: retry?.key ?? null, requestHash: retry?.requestHash ?? null }
  if (decision) {
    const columns = { ...key, accountId: decision.authorId, id: decision.id, decision }
    return preparedOf(columns, sealedRecord(by, entry, recordOf({ decision })), ['', ''])
  }
  const { authorId: accountId, recordedAt: at, findings, result, facts: _, ...rest } = screening
  const texts = { findings: written(findings), result: written(result) }
  const sealed = sealedRecord(by, entry, recordOf({ screening: { ...screening, ...texts } }))
  return preparedOf({ ...key, ...rest, accountId, at }, sealed, [
    texts.findings.json,
    texts.result.json,
  ])
}

const beginnings = ['saltFrom', 'eventFrom', 'findingsFrom', 'resultFrom', 'end'] as const

/** Says where each piece of an act begins when they come one after the other from a place on, and where the last ends. */
function placesOf({ pieces }: Prepared, from: number): Record<(typeof beginnings)[number], number> {
  let end = from
  const ends = pieces.map((piece) => {
    end += Buffer.byteLength(piece)
    return end
  })
  return Object.fromEntries([from, ...ends].map((place, number) => [beginnings[number], place]))
}

/** Puts the pieces of all acts one after the other, and has each act say where its own are. */
function packed(acts: readonly Prepared[]) {
  let end = 0
  const placed = acts.map((act) => {
    const places = placesOf(act, end)
    end = places.end
    return { ...act.columns, ...places }
  })
  const bytes = Buffer.allocUnsafe(end)
  let at = 0
  for (const piece of acts.flatMap(({ pieces }) => pieces)) {
    at += typeof piece === 'string' ? bytes.write(piece, at) : piece.copy(bytes, at)
  }
  return { placed: JSON.stringify(placed), bytes }
}

/** Stores acts with one call, one lock of the log's head and one flush. */
const storeTogether = (database: Database) => async (acts: readonly Act[]) => {
  const { placed, bytes } = packed(acts.map(prepared))
  const values = [placed, bytes]
  return ask<Verdict>(database, 'SELECT * FROM record_acts($1::json, $2)', values, 'record_acts')
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
  const store = grouped(storeTogether(database), sizes)
  return async (act) => {
    const told = await store(act).catch((error: unknown) => {
      throw unwritable(error)
    })
    return recordedOf(told, act.retry)
  }
}
