import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { lockFolder } from './postgres/folder-lock.ts'

/** The product's own folder, where its package.json is. */
export const productFolder: string = fileURLToPath(new URL('../../..', import.meta.url))

const lockPauseMs = 100
const stampName = '.made-from'

/** Something made from files: where it goes, what it is made from, and how. */
export type Product = { output: string; inputs: () => Promise<string[]>; make: () => Promise<void> }

const hashOf = async (files: string[]) => {
  const hash = createHash('sha256').update(process.version)
  for (const file of files.toSorted()) hash.update(`${file}\0`).update(await readFile(file))
  return hash.digest('hex')
}

const lockWhenFree = async (folder: string): Promise<() => void> => {
  for (;;) {
    const release = lockFolder(folder)
    if (release) return release
    await pause(lockPauseMs)
  }
}

/** Makes a product again when its files have changed since, one process at a time; true when it was made. */
export const bringUpToDate = async ({ output, inputs, make }: Product): Promise<boolean> => {
  const wanted = await hashOf(await inputs())
  const stamp = join(output, stampName)
  const isCurrent = async () => (await readFile(stamp, 'utf8').catch(() => '')) === wanted
  if (await isCurrent()) return false
  const release = await lockWhenFree(join(productFolder, 'node_modules/.cache/kyphoscreen'))
  try {
    if (await isCurrent()) return false
    await make()
    await writeFile(stamp, wanted)
    return true
  } finally {
    release()
  }
}

/** Runs a program of an installed package with this same Node, quietly; its words are in the error when it fails. */
export const runProgram = async (
  packageName: string,
  program: string,
  arguments_: string[],
  environment: Record<string, string> = {},
): Promise<void> => {
  const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`)
  await promisify(execFile)(process.execPath, [join(manifest, '..', program), ...arguments_], {
    cwd: productFolder,
    env: { ...process.env, ...environment },
  })
}
