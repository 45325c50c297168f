import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bringUpToDate, productFolder, runProgram } from './up-to-date.ts'

const webFolder = join(productFolder, 'apps/web')

/** Where the built web app is. */
export const builtWebFolder: string = join(webFolder, 'dist')

const isSource = (path: string) => !/^(?:dist|node_modules)|[\\/]test[\\/]|\.test\.tsx?$/.test(path)

const filesIn = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => isSource(file.slice(folder.length + 1)))
}

const sources = async () => [
  ...(await filesIn(webFolder)),
  ...(await filesIn(join(productFolder, 'packages/rules/src'))),
  join(productFolder, 'apps/api/src/contract.ts'),
  join(productFolder, 'package-lock.json'),
]

const removeLeftovers = async () => {
  for (const name of await readdir(webFolder))
    if (/^dist\./.test(name)) await rm(join(webFolder, name), { recursive: true, force: true })
}

const build = async () => {
  await removeLeftovers()
  const half = `${builtWebFolder}.new`
  const arguments_ = ['build', webFolder, '--outDir', half, '--emptyOutDir', '--logLevel', 'warn']
  await runProgram('vite', 'bin/vite.js', arguments_, { NODE_ENV: 'production' })
  await rename(builtWebFolder, `${builtWebFolder}.old`).catch(() => undefined)
  await rename(half, builtWebFolder)
  await removeLeftovers()
}

/** Builds the web app when it is missing or older than its sources; true when it did. */
export const buildWeb = (): Promise<boolean> =>
  bringUpToDate({ output: builtWebFolder, inputs: sources, make: build })

if (import.meta.main) await buildWeb()
