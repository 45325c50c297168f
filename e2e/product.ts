import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { databaseUrl, onServer } from '../apps/api/test/postgres.ts'

const root = join(import.meta.dirname, '..')

/** A demo sign-in as the product writes it. */
export type DemoSignIn = {
  role: 'surgeon' | 'navigator' | 'admin'
  username: string
  password: string
}

/** The product as it really runs: a process of its own on a database of its own. */
export type Product = {
  url: string
  signIns: readonly DemoSignIn[]
  start: () => Promise<void>
  kill: () => Promise<void>
  sql: (statement: string) => Promise<void>
  stop: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No free port.')
  return address.port
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => undefined)
    if (answer?.ok) return
    if (child.exitCode !== null) break
    await pause(100)
  }
  throw new Error(`The product did not become ready:\n${said()}`)
}

/** Starts the product on a copy of the template; `kill` ends it as a power cut would, `start` starts it again. */
export async function startProduct(): Promise<Product> {
  const serverUrl = process.env['E2E_SERVER_URL'] ?? ''
  const name = `kyphoscreen_e2e_${randomBytes(6).toString('hex')}`
  await onServer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${process.env['E2E_TEMPLATE']}`)
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const environment = {
    ...process.env,
    DATABASE_URL: databaseUrl(serverUrl, name),
    DATA_DIR: folder,
    HOST: '127.0.0.1',
    PORT: String(port),
  }
  let child: ChildProcess | undefined
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  const start = async () => {
    let said = ''
    const started = spawn(process.execPath, ['apps/api/start.js'], { cwd: root, env: environment })
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', (words) => {
        said += words
      })
    }
    child = started
    await ready(url, started, () => said)
  }
  await start()
  const signIns = JSON.parse(await readFile(join(folder, 'demo-logins.json'), 'utf8'))
  const stop = async () => {
    await kill()
    await onServer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await rm(folder, { recursive: true, force: true })
  }
  const sql = (statement: string) => onServer(databaseUrl(serverUrl, name), statement)
  return { url, signIns, start, kill, sql, stop }
}
