import { buildApp } from '../../apps/api/src/app.ts'
import { openDatabase } from '../../apps/api/src/postgres/client.ts'
import { admin } from './fill.ts'

/** What this process tells: where it listens and the cookie of an admin, or the most memory it took since it last told. */
export type Told = { address: string; cookie: string } | { peak: number }

const lookMs = 20
const [databaseUrl = '', folder = ''] = process.argv.slice(2)

const app = await buildApp({
  database: openDatabase(databaseUrl),
  databaseUrl,
  clock: () => new Date(),
  publicUrl: undefined,
  webFolder: folder,
  log: false,
  audit: { folder },
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const answer = await app.inject({ method: 'POST', url: '/api/session', payload: admin })
const [cookie] = answer.cookies

const tell = (told: Told) => process.send?.(told)

let peak = 0
const look = () => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
setInterval(look, lookMs)
process.on('message', () => {
  look()
  tell({ peak })
  peak = 0
})
tell({ address, cookie: `${cookie?.name}=${cookie?.value}` })
