import type { Prisma } from '../../generated/prisma/client.ts'
import type { SignOff } from '../contract.ts'
import type { Transaction } from '../idempotency/once.ts'

const author = { select: { displayName: true, role: true } } as const

/** What is read with a sign-off: who signed, and how it was withdrawn. */
export const withWithdrawal = {
  author,
  withdrawal: { include: { author } },
} as const satisfies Prisma.SignOffInclude

type SignOffRow = Prisma.SignOffGetPayload<{ include: typeof withWithdrawal }>

/** Gives a sign-off as the contract has it. */
export const signOffOf = ({ withdrawal, ...row }: SignOffRow): SignOff => ({
  id: row.id,
  ruleset: { id: row.rulesetId, version: row.rulesetVersion, hash: row.rulesetHash },
  note: row.note,
  signedAt: row.signedAt.toISOString(),
  signedBy: row.author,
  withdrawn: withdrawal && {
    reason: withdrawal.reason,
    at: withdrawal.withdrawnAt.toISOString(),
    by: withdrawal.author,
  },
})

/** Reads every sign-off, newest first. */
export async function readSignOffs(database: Transaction): Promise<SignOff[]> {
  const rows = await database.signOff.findMany({
    include: withWithdrawal,
    orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(signOffOf)
}
