import { request } from 'node:http'
import type { buildApp } from '../../apps/api/src/app.ts'
import type { AuditExport } from '../../apps/api/src/contract.ts'

/** The app as it is built. */
export type App = Awaited<ReturnType<typeof buildApp>>

const megabyte = 1_048_576

/** Reads an answer as it comes, without keeping it, and watches how much memory this process takes meanwhile. */
function drained(url: string, cookie: string, body: AuditExport) {
  const { promise, resolve, reject } = Promise.withResolvers<{ bytes: number; peak: number }>()
  const headers = { cookie, 'content-type': 'application/json' }
  const asking = request(url, { method: 'POST', headers }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`the export answered ${answer.statusCode}`))
    let bytes = 0
    let peak = 0
    answer.on('data', (piece: Buffer) => {
      bytes += piece.length
      peak = Math.max(peak, process.memoryUsage.rss())
    })
    answer.on('end', () => resolve({ bytes, peak }))
    answer.on('error', reject)
  })
  asking.on('error', reject)
  asking.end(JSON.stringify(body))
  return promise
}

/** Exports a whole log over HTTP and tells how long it took and how much more memory it needed. */
export async function measureExport(app: App, cookie: string, body: AuditExport) {
  const address = app.server.listening
    ? `http://127.0.0.1:${(app.server.address() as { port: number }).port}`
    : await app.listen({ host: '127.0.0.1', port: 0 })
  const before = process.memoryUsage.rss()
  const started = performance.now()
  const { bytes, peak } = await drained(`${address}/api/audit/export`, cookie, body)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const megabytes = Math.round((peak - before) / megabyte)
  const size = Math.round(bytes / megabyte)
  return {
    says: `Export as ${body.format}: ${size} MB in ${seconds} s, at most ${megabytes} MB more memory than before it.`,
    megabytes,
  }
}
