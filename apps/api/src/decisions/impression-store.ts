import type { Prisma } from '../../generated/prisma/client.ts'
import { appendEntry } from '../audit/append.ts'
import type { Actor } from '../audit/entry.ts'
import type { Impression, NewImpression } from '../contract.ts'
import { refuseErased } from '../erased.ts'
import { once, type Retry } from '../idempotency/once.ts'
import type { Database } from '../postgres/client.ts'
import { Refused } from '../problems.ts'
import { type Reader, withheldAmong } from './blind-first.ts'
import { impressionOf, withItsAuthor } from './impression-of.ts'
import { isTaken } from './is-taken.ts'

/** An impression to record: of which screening, whose, and what a retry of it is known by. */
export type AskedImpression = {
  screeningId: string
  impression: NewImpression
  by: Actor
  reader: Reader
  retry: Retry | undefined
}

/** The impressions that surgeons record before an outcome is shown to them; append-only. */
export const impressionStore = (database: Database, clock: () => Date) => ({
  /** Records an impression once a key; refused where the outcome is not withheld from whoever gives it. */
  record: ({ screeningId, impression, by, reader, retry }: AskedImpression): Promise<Impression> =>
    once(database, retry, async (transaction) => {
      const screening = await transaction.screening.findUnique({ where: { id: screeningId } })
      if (!screening) throw new Refused('not-found')
      refuseErased(screening)
      const withheld = await withheldAmong(transaction, [screening], reader)
      if (!withheld.has(screeningId)) throw new Refused('impression-not-wanted')
      const row = await transaction.impression.create({
        data: { ...impression, screeningId, authorId: reader.accountId, recordedAt: clock() },
        include: withItsAuthor,
      })
      await appendEntry(transaction, by, {
        action: 'impression-recorded',
        on: { kind: 'screening', id: screeningId },
        patientId: screening.patientId,
        details: { impression: { id: row.id, ...impression } satisfies Prisma.InputJsonObject },
      })
      return impressionOf(row)
    }).catch((error: unknown) => {
      throw isTaken(error) ? new Refused('impression-not-wanted') : error
    }),
})

export type ImpressionStore = ReturnType<typeof impressionStore>
