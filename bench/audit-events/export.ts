import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { auditAsked } from '../../apps/api/test/audit-asked.ts'
import type { Told } from './export-server.ts'

const megabyte = 1_048_576
const goalMegabytes = 300

/** How `npm start` starts the server: garbage is collected early, so that it does not pile up. */
const execArgv = ['--max-semi-space-size=4', '--heap-growing-percent=40']

const heard = async (server: ChildProcess): Promise<Told> => {
  const [told] = (await once(server, 'message')) as [Told]
  return told
}

const peakOf = async (server: ChildProcess): Promise<number> => {
  server.send('peak')
  const told = await heard(server)
  return 'peak' in told ? Math.round(told.peak / megabyte) : Number.NaN
}

/** Reads an answer as it comes, without keeping it, and gives how many bytes it had. */
function drained(url: string, cookie: string, body: object): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const headers = { cookie, 'content-type': 'application/json' }
  const asking = request(url, { method: 'POST', headers }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`the export answered ${answer.statusCode}`))
    let bytes = 0
    answer.on('data', (piece: Buffer) => {
      bytes += piece.length
    })
    answer.on('end', () => resolve(bytes))
    answer.on('error', reject)
  })
  asking.on('error', reject)
  asking.end(JSON.stringify(body))
  return promise
}

/** Exports a whole log both ways from a server of its own, and says how long it took and how much memory the server needed; true when that reached the goal. */
export async function measureExports(
  say: (line: string) => void,
  databaseUrl: string,
  folder: string,
): Promise<boolean> {
  const server = fork(join(import.meta.dirname, 'export-server.ts'), [databaseUrl, folder], {
    execArgv,
  })
  try {
    const told = await heard(server)
    if (!('address' in told)) throw new Error('the server told nothing')
    say(`At rest the server takes ${await peakOf(server)} MB.`)
    let most = 0
    for (const format of ['csv', 'fhir'] as const) {
      const started = performance.now()
      const body = { ...auditAsked(), format }
      const bytes = await drained(`${told.address}/api/audit/export`, told.cookie, body)
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      const peak = await peakOf(server)
      most = Math.max(most, peak)
      const size = Math.round(bytes / megabyte)
      say(`Export as ${format}: ${size} MB in ${seconds} s, the server at most ${peak} MB.`)
    }
    say(`The goal of ${goalMegabytes} MB is ${most <= goalMegabytes ? '' : 'not '}reached.`)
    return most <= goalMegabytes
  } finally {
    server.kill()
  }
}
