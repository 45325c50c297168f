import type { ImportError } from '../contract.ts'
import { mostListedErrors } from './most-listed-errors.ts'
import type { Session } from './session.ts'

/** Lists errors for download, as far as there is room, and gives how many were. */
export async function listErrors(
  session: Session,
  importId: string,
  errors: readonly ImportError[],
  listed: number,
): Promise<number> {
  const room = errors.slice(0, Math.max(0, mostListedErrors - listed))
  if (room.length === 0) return 0
  let place = 0
  const places = room.map(({ line }, index) => {
    place = room[index - 1]?.line === line ? place + 1 : 0
    return place
  })
  await session.query(
    `INSERT INTO "ImportError" ("importId", "line", "place", "column", "reason")
     SELECT $1, * FROM unnest($2::int[], $3::int[], $4::text[], $5::text[])`,
    [
      importId,
      room.map(({ line }) => line),
      places,
      room.map(({ column }) => column.slice(0, 200)),
      room.map(({ reason }) => reason),
    ],
  )
  return room.length
}
