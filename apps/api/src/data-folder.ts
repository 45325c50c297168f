import { constants, existsSync, statSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { lockFolder } from './postgres/folder-lock.ts'
import { RefusedToStart } from './refused-to-start.ts'

/** Node's own recursive `mkdir` never ends where no folder can be made, as in /proc. */
const makeFolder = async (folder: string): Promise<void> => {
  if (existsSync(folder)) return
  await makeFolder(dirname(folder))
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    if (code !== 'ENOENT') throw error
    throw new RefusedToStart(
      `No folder can be made at ${folder}: set DATA_DIR to a folder on a disk.`,
    )
  }
}

/** Makes the data folder when there is none, closed to other users, and makes sure that it can be used. */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  await makeFolder(folder)
  if (!statSync(folder).isDirectory())
    throw new RefusedToStart(`${folder} is not a folder: set DATA_DIR to the path of a folder.`)
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK)
}

/** Takes the data folder for this process alone; refused when another one runs on it. */
export const takeDataFolder = (folder: string): (() => void) => {
  const release = lockFolder(folder)
  if (release) return release
  throw new RefusedToStart(
    `Kyphoscreen is already running on the data folder ${folder}: stop it first, or set DATA_DIR to another folder.`,
  )
}

/** Where the embedded PostgreSQL of a data folder keeps everything. */
export const clusterFolder = (folder: string): string => join(folder, 'pg18')
