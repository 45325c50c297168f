import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { build } from 'vite'

/** Writes the rules in force as one file that exports `screen`, to be kept with the receipts of their version: `npm run rules:file -- FILE`. */
const entry = join(import.meta.dirname, '../packages/rules/src/index.ts')

const write = async (file: string) => {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: dirname(file),
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => file.slice(dirname(file).length + 1) },
    },
  })
  const { length } = await readFile(file)
  process.stdout.write(`Wrote ${file}: ${Math.round(length / 1024)} KB.\n`)
}

const [file] = process.argv.slice(2)
if (file?.endsWith('.mjs')) await write(resolve(file))
else {
  process.stderr.write('Name the file, ending with .mjs: npm run rules:file -- FILE.mjs\n')
  process.exitCode = 1
}
