import { parseArgs } from 'node:util'
import { auditFolder } from './audit/audit.ts'
import type { LogRequest } from './audit/command.ts'
import { endAfter, onDatabase } from './command.ts'
import { type Environment, readSettings } from './env.ts'
import { RefusedToStart } from './refused-to-start.ts'

const usage = `Usage:
  npm run audit-log -- check
  npm run audit-log -- erase --why WORD NUMBER...
  npm run audit-log -- erase --why WORD --patient ID
"check" checks the whole log against every checkpoint that is kept. "erase" erases for good what the entries of these numbers seal, or everything about a patient, in the records and in the log.
`

const readRequest = ({ dataFolder, audit }: Environment): LogRequest => {
  try {
    const options = { why: { type: 'string' }, patient: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const [action, ...entries] = positionals
    if (action === 'check' && entries.length === 0)
      return { action, places: { folder: auditFolder(dataFolder), ...audit } }
    if (action === 'erase' && entries.length === 0 && values.patient && values.why)
      return { action: 'erase-patient', patientId: values.patient, why: values.why }
    if (action === 'erase' && entries.length > 0 && values.why && !values.patient)
      return { action, entries, why: values.why }
  } catch {}
  throw new RefusedToStart(usage)
}

const main = async () => {
  const environment = readSettings()
  const request = readRequest(environment)
  await onDatabase(environment, async (ownerUrl) => {
    const { commandLog } = await import('./audit/command.ts')
    process.stdout.write(await commandLog(ownerUrl, request))
  })
  return 0
}

await endAfter(main(), 1)
