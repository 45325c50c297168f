import type { Environment } from './env.ts'
import { explainFailure } from './failure-to-start.ts'
import { generateClient } from './generate-client.ts'
import { reachDatabase } from './reach-database.ts'

/** Does what a command is for on the database that the settings name, as its owner, and lets the database go. */
export async function onDatabase<Found>(
  environment: Environment,
  act: (ownerUrl: string) => Promise<Found>,
): Promise<Found> {
  await generateClient()
  const { ownerUrl, stop } = await reachDatabase(environment)
  try {
    return await act(ownerUrl)
  } finally {
    await stop()
  }
}

/** Ends the process with the code that a command comes to, or says why it could not run and ends with another. */
export const endAfter = (command: Promise<number>, codeOfFailure: number): Promise<never> =>
  command.then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${explainFailure(error).trimEnd()}\n`)
      process.exit(codeOfFailure)
    },
  )
