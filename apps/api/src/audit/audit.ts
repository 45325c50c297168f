import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { actsOf } from './acts.ts'
import { auditKey } from './audit-key.ts'
import { type Checked, checkLog } from './check-log.ts'
import { LogAtFault } from './fault.ts'
import { integrityOf } from './integrity.ts'
import { journalOf } from './journal.ts'
import { outsideOf } from './outside.ts'
import { receiptStore } from './receipt-store.ts'
import { type NoteKey, verifierOf, writeVerifier } from './signed-note.ts'
import { signerOf } from './signer.ts'
import { wholeLog } from './whole-log.ts'

const patience = { times: 20, ms: 100 }

/** Where the log is kept outside the database: the folder, a key of one's own, and a second place for checkpoints. */
export type AuditPlaces = {
  folder: string
  keyFile?: string | undefined
  copyFolder?: string | undefined
}

/** Where the log of a data folder is kept. */
export const auditFolder = (dataFolder: string): string => join(dataFolder, 'audit')

type Settings = {
  database: Database
  clock: () => Date
  places: AuditPlaces
  tellFault: (error: Error) => void
}

/** Everything about the log that one process has one of; the key is read, or made, when it is first needed. */
export function auditOf({ database, clock, places, tellFault }: Settings) {
  const { folder, keyFile, copyFolder } = places
  let read: Promise<NoteKey> | undefined
  const key = () => {
    read ??= auditKey(folder, keyFile)
    return read
  }
  const verifier = async () => verifierOf(await key())
  const outside = outsideOf(folder, copyFolder, tellFault)
  const signer = signerOf({ database, outside, key })
  const integrity = integrityOf(clock, tellFault)

  const signOnce = async (): Promise<boolean> => {
    try {
      const size = await signer.sign()
      if (size !== undefined) integrity.wasSigned(size)
      return size !== undefined
    } catch (error) {
      if (!(error instanceof LogAtFault)) throw error
      integrity.isAtFault(error.fault)
      throw new Refused('log-at-fault')
    }
  }

  /** While another process signs, this one waits for its turn. */
  const signSoon = async () => {
    for (let time = 0; time < patience.times; time += 1) {
      if (await signOnce()) return
      await pause(patience.ms)
    }
    throw new Refused('server-busy')
  }

  let signing: Promise<void> = Promise.resolve()
  const sign = (): Promise<void> => {
    signing = signing.catch(() => undefined).then(signSoon)
    return signing
  }

  /** Checks the whole log against every checkpoint that is kept outside. */
  const check = async (): Promise<Checked> => {
    const held = {
      checkpoints: await outside.checkpoints(await verifier()),
      verifier: await verifier(),
    }
    const found = await checkLog(database, held)
    if (found.fault) integrity.isAtFault(found.fault)
    else integrity.wasChecked(found.size)
    return found
  }

  return {
    check,
    journal: journalOf(database),
    recordAct: actsOf(database),
    receipts: receiptStore(database, { verifier, signed: sign }),
    integrity,
    outside,
    sign,
    verifier,
    /** Signs the log and gives it line by line, up to there. */
    signedLog: async () => {
      await sign()
      return wholeLog(database, await verifier())
    },
    verifierLine: async () => writeVerifier(await verifier()),
  }
}

export type Audit = ReturnType<typeof auditOf>

declare module 'fastify' {
  interface FastifyInstance {
    audit: Audit
  }
}
