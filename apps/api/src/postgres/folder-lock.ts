import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const held = new Set<DatabaseSync>()
const locked = 5

const isLocked = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === locked

/**
 * Takes a folder for this process alone and returns how to give it back, or undefined when another process has it.
 * SQLite's file lock is the one lock in Node that the kernel releases however the process ends.
 */
export const lockFolder = (folder: string): (() => void) | undefined => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(join(folder, 'instance.lock'), { timeout: 0 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (isLocked(error)) return undefined
    throw error
  }
  held.add(file)
  return () => {
    if (held.delete(file)) file.close()
  }
}
