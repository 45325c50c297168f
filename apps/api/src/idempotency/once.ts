import type { Prisma } from '../../generated/prisma/client.ts'
import { appendEntries, type Told } from '../audit/append.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'

/** What a repeated request is known by: the account, the key it chose, and the hash of what it asked. */
export type Retry = { accountId: string; key: string; requestHash: string }

/** What an act may use: everything of the database that belongs to its transaction. */
export type Transaction = Prisma.TransactionClient

/** Tells the log of an act; it is written as the last thing in the act's transaction. */
export type Tell = (told: Told) => void

/**
 * Does an act, keeps its answer and writes what it tells the log in one transaction, so that the same request with
 * the same key is done once and answered the same. A key used for another request is refused; an act that fails, or
 * whose entry cannot be written, keeps nothing. Without a retry the act is simply done in a transaction.
 */
export const once = <Answer>(
  database: Database,
  retry: Retry | undefined,
  act: (transaction: Transaction, tell: Tell) => Promise<Answer>,
): Promise<Answer> =>
  database.$transaction(async (transaction) => {
    const told: Told[] = []
    const answer = await answered(transaction, retry, () =>
      act(transaction, (one) => void told.push(one)),
    )
    await appendEntries(transaction, told)
    return answer
  })

/** What is answered first is read as it was kept, with its members in the order that a repetition finds them in. */
async function answered<Answer>(
  transaction: Transaction,
  retry: Retry | undefined,
  act: () => Promise<Answer>,
): Promise<Answer> {
  if (!retry) return act()
  const { idempotentReply } = transaction
  const { count } = await idempotentReply.createMany({ data: [retry], skipDuplicates: true })
  if (count === 0) return (await keptAnswer(transaction, retry)) as Answer
  const kept = await idempotentReply.update({
    where: { accountId_key: { accountId: retry.accountId, key: retry.key } },
    data: { status: 201, body: (await act()) as Prisma.InputJsonObject },
    select: { body: true },
  })
  return kept.body as Answer
}

async function keptAnswer(transaction: Transaction, { accountId, key, requestHash }: Retry) {
  const kept = await transaction.idempotentReply.findUniqueOrThrow({
    where: { accountId_key: { accountId, key } },
  })
  if (kept.requestHash !== requestHash) throw new Refused('key-used-otherwise')
  return kept.body
}
