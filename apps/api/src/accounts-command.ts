import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { endAfter, onDatabase } from './command.ts'
import { readSettings } from './env.ts'
import { RefusedToStart } from './refused-to-start.ts'

const usage = `Usage:
  npm run accounts -- list
  npm run accounts -- add --role surgeon|navigator|admin --username NAME [--name "DISPLAY NAME"]
  npm run accounts -- role --role surgeon|navigator|admin --username NAME
  npm run accounts -- password --username NAME
  npm run accounts -- disable --username NAME
  npm run accounts -- enable --username NAME
A new password is made and shown once; with --password-stdin it is read from the standard input instead.
`

const options = {
  role: { type: 'string' },
  username: { type: 'string' },
  name: { type: 'string' },
  'password-stdin': { type: 'boolean' },
} as const

const readArguments = () => {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [action] = positionals
    if (action === undefined || positionals.length > 1) throw new RefusedToStart(usage)
    return { action, ...values }
  } catch {
    throw new RefusedToStart(usage)
  }
}

const main = async () => {
  const request = readArguments()
  const password = request['password-stdin']
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : undefined
  await onDatabase(readSettings(), async (ownerUrl) => {
    const { changeAccounts } = await import('./accounts/change.ts')
    process.stdout.write(await changeAccounts(ownerUrl, { ...request, password }))
  })
  return 0
}

await endAfter(main(), 1)
