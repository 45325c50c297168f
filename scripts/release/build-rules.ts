import { join } from 'node:path'
import { build, type Rolldown } from 'vite'

const entry = join(import.meta.dirname, '../../packages/rules/src/screen.ts')

/** Makes one file of the rules as they stand, which needs nothing else and exports `screen`. */
export async function buildRules(): Promise<Buffer> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'rules' },
      rolldownOptions: { output: { minify: true, comments: { legal: false } } },
    },
  })
  const [made] = [built].flat() as Rolldown.RolldownOutput[]
  return Buffer.from(made?.output[0].code ?? '')
}
