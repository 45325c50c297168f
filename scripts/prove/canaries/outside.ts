import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { canary } from './marking.ts'

/** The database's own files, which hold what it is there to hold. */
const ofDatabase =
  /\/pg18\/data\/(base|global|pg_wal|pg_xact|pg_multixact|pg_subtrans|pg_stat)(\/|$)/

async function holdsCanary(file: string): Promise<boolean> {
  let rest = ''
  for await (const chunk of createReadStream(file, 'latin1')) {
    const text = rest + chunk
    if (text.includes(canary)) return true
    rest = text.slice(-canary.length)
  }
  return false
}

/** What was looked through, and what holds a mark. */
export type Looked = { files: number; holding: string[] }

/** Looks through every file under some folders but the database's own for marks. */
export async function lookInFiles(folders: readonly string[]): Promise<Looked> {
  const looked: Looked = { files: 0, holding: [] }
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name)
      if (!entry.isFile() || ofDatabase.test(file)) continue
      looked.files += 1
      if (await holdsCanary(file)) looked.holding.push(file)
    }
  }
  return looked
}
