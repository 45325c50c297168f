import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { productFolder } from '../../../apps/api/src/up-to-date.ts'

/** Whether a browser that works with a patient keeps nothing of them in addresses, titles, storage and caches. */
export async function browserKeepsNothing(): Promise<boolean> {
  const program = join(productFolder, 'node_modules/@playwright/test/cli.js')
  const words = [program, 'test', 'e2e/privacy.test.ts', '--reporter=line']
  const child = spawn(process.execPath, words, { cwd: productFolder, stdio: 'ignore' })
  const [code] = await once(child, 'close')
  return code === 0
}
