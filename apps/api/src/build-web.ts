import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
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
  ...(await filesIn(join(productFolder, 'apps/api/src/contract'))),
  join(productFolder, 'apps/api/src/contract.ts'),
  join(productFolder, 'package-lock.json'),
]

const removeLeftovers = async () => {
  for (const name of await readdir(webFolder))
    if (/^dist\./.test(name)) await rm(join(webFolder, name), { recursive: true, force: true })
}

/** Leaves a compressed copy beside each script and style, for the server to send. */
const compress = async (folder: string) => {
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    await writeFile(`${file}.gz`, await promisify(gzip)(await readFile(file), { level: 9 }))
  }
}

const build = async () => {
  await removeLeftovers()
  const half = `${builtWebFolder}.new`
  const arguments_ = ['build', webFolder, '--outDir', half, '--emptyOutDir', '--logLevel', 'warn']
  await runProgram('vite', 'bin/vite.js', arguments_, { NODE_ENV: 'production' })
  await compress(join(half, 'assets'))
  await rename(builtWebFolder, `${builtWebFolder}.old`).catch(() => undefined)
  await rename(half, builtWebFolder)
  await removeLeftovers()
}

/** Builds the web app when it is missing or older than its sources; true when it did. */
export const buildWeb = (): Promise<boolean> =>
  bringUpToDate({ output: builtWebFolder, inputs: sources, make: build })

if (import.meta.main) await buildWeb()
