import { constants } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lockFolder } from './postgres/folder-lock.ts'
import { RefusedToStart } from './refused-to-start.ts'

/** Makes the data folder when there is none, closed to other users, and makes sure that it can be used. */
export const prepareDataFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
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
