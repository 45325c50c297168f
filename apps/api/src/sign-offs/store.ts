import { ruleset } from '@kyphoscreen/rules'
import {
  type NewSignOff,
  type NewWithdrawal,
  type RulesetVersion,
  type SignOff,
  type SignOffs,
  signOffOf as standingOn,
} from '../contract.ts'
import { isTaken } from '../decisions/is-taken.ts'
import type { Asking } from '../idempotency/key.ts'
import { once, type Transaction } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { readSignOffs, signOffOf, withWithdrawal } from './sign-off-of.ts'

/** A sign-off whose surgeon has confirmed it: the password is gone. */
export type ConfirmedSignOff = Omit<NewSignOff, 'password'>

/** A withdrawal that was confirmed: the password is gone. */
export type ConfirmedWithdrawal = Omit<NewWithdrawal, 'password'> & { signOffId: string }

const { id, version, hash } = ruleset
const inForce: RulesetVersion = { id, version, hash }

function refuseOthers(read: RulesetVersion): void {
  if (read.id !== id || read.version !== version || read.hash !== hash) {
    throw new Refused('other-rules-in-force')
  }
}

/** Gives the withdrawn sign-off that a further one of the version in force follows, if there was one; refused while one stands. */
async function lastWithdrawn(transaction: Transaction): Promise<string | null> {
  const made = (await readSignOffs(transaction)).filter(
    (one) => standingOn([{ ...one, withdrawn: null }], inForce) !== undefined,
  )
  if (standingOn(made, inForce)) throw new Refused('signed-off-already')
  return made[0]?.id ?? null
}

const entryOf = ({ ruleset: signed, id: signOffId }: SignOff) => ({
  on: { kind: 'sign-off', id: signOffId },
  ruleset: { version: signed.version, hash: signed.hash },
})

/** The sign-offs of the rules: append-only; a withdrawal is a row of its own, and one sign-off at most stands on a version. */
export const signOffStore = (database: Database, clock: () => Date) => ({
  /** Gives the version in force and every sign-off, newest first. */
  read: async (): Promise<SignOffs> => ({ inForce, signOffs: await readSignOffs(database) }),

  /** Signs off the version in force once a key; refused when another version was read, or one stands. */
  sign: ({ ruleset: read, note }: ConfirmedSignOff, asking: Asking): Promise<SignOff> =>
    once(database, asking.retry, async (transaction, tell) => {
      refuseOthers(read)
      const row = await transaction.signOff.create({
        data: {
          rulesetId: id,
          rulesetVersion: version,
          rulesetHash: hash,
          note,
          followsId: await lastWithdrawn(transaction),
          authorId: asking.accountId,
          signedAt: clock(),
        },
        include: withWithdrawal,
      })
      const signed = signOffOf(row)
      const entry = { action: 'rules-signed-off', ...entryOf(signed), details: { note } } as const
      tell({ by: asking.by, entry })
      return signed
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Refused('signed-off-already') : error
    }),

  /** Withdraws a sign-off once a key; refused when there is none, or it was withdrawn already. */
  withdraw: ({ signOffId, reason }: ConfirmedWithdrawal, asking: Asking): Promise<SignOff> =>
    once(database, asking.retry, async (transaction, tell) => {
      const where = { id: signOffId }
      const row = await transaction.signOff.findUnique({ where, include: withWithdrawal })
      if (!row) throw new Refused('not-found')
      if (row.withdrawal) throw new Refused('withdrawn-already')
      const withdrawal = await transaction.signOffWithdrawal.create({
        data: { signOffId, reason, authorId: asking.accountId, withdrawnAt: clock() },
        include: withWithdrawal.withdrawal.include,
      })
      const withdrawn = signOffOf({ ...row, withdrawal })
      const told = { action: 'sign-off-withdrawn', ...entryOf(withdrawn) } as const
      tell({ by: asking.by, entry: { ...told, details: { reason } } })
      return withdrawn
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Refused('withdrawn-already') : error
    }),
})

export type SignOffStore = ReturnType<typeof signOffStore>
