import { Prisma } from '../../generated/prisma/client.ts'
import type { Window } from './worklist-windows.ts'

/** Whose referrals: everyone's, nobody's, or those of the account with this id. */
export type OwnedBy = 'everyone' | 'nobody' | { id: string }

/** Which referrals are meant: in any of these cells, of this owner, in this window, in any of these ways; `ways` is null without a search. */
export type Scope = {
  cells: readonly number[]
  owner: OwnedBy
  window: Window | null
  ways: readonly Prisma.Sql[] | null
}

/** The condition that an owner's referrals fulfil. */
export const ownedBy = (owner: OwnedBy): Prisma.Sql => {
  if (owner === 'everyone') return Prisma.sql`TRUE`
  if (owner === 'nobody') return Prisma.sql`"ownerId" IS NULL`
  return Prisma.sql`"ownerId" = ${owner.id}::uuid`
}

/** The condition that a column lies in a window. */
export const within = (window: Window | null): Prisma.Sql => {
  if (window === null) return Prisma.sql`TRUE`
  const column = Prisma.raw(`"${window.column}"`)
  const ended = Prisma.sql`${column} <= ${window.to}::date`
  return window.from === null ? ended : Prisma.sql`${ended} AND ${column} >= ${window.from}::date`
}

/** The condition that a referral is in one of these cells. */
export const inCells = (cells: readonly number[]): Prisma.Sql =>
  Prisma.sql`"cell" = ANY(${cells}::smallint[])`

/** The conditions of a scope: one, or one for each way to match, none of which overlap. */
export const conditionsOf = ({ cells, owner, window, ways }: Scope): Prisma.Sql[] => {
  const each = [inCells(cells), ownedBy(owner), within(window)]
  return (ways ?? [Prisma.sql`TRUE`]).map((way) => Prisma.join([...each, way], ' AND '))
}
