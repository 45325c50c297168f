import { openSync } from 'node:fs'
import { RefusedToStart } from '../refused-to-start.ts'

const socketName = '/.s.PGSQL.5432'
const longestPath = process.platform === 'linux' ? 107 : 103

const reach = (folder: string) => {
  if (Buffer.byteLength(folder + socketName) <= longestPath) return folder
  if (process.platform !== 'linux')
    throw new RefusedToStart('The path of DATA_DIR is too long for a socket: choose a shorter one.')
  return `/proc/self/fd/${openSync(folder, 'r')}`
}

/**
 * The address of a database on the socket in a folder. A folder whose path is too long for a socket is reached
 * through an open descriptor of this process, so that the address holds for this process alone.
 */
export const socketUrl = (
  folder: string,
  user: string,
  password: string,
  database: string,
): string =>
  `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(reach(folder))}`
