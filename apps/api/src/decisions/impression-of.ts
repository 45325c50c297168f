import type { Prisma } from '../../generated/prisma/client.ts'
import type { DecisionKind, Impression } from '../contract.ts'

/** What is read with an impression: who recorded it. */
export const withItsAuthor = {
  author: { select: { displayName: true, role: true } },
} as const satisfies Prisma.ImpressionInclude

/** Gives an impression as the contract has it. */
export const impressionOf = ({
  kind,
  note,
  recordedAt,
  author,
}: Prisma.ImpressionGetPayload<{ include: typeof withItsAuthor }>): Impression => ({
  kind: kind as DecisionKind,
  note,
  recordedAt: recordedAt.toISOString(),
  recordedBy: author,
})
