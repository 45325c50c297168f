import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

/** Finds a port that nobody listens on. */
export async function freePort(): Promise<number> {
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

function hear(child: ChildProcess): () => string {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (words: Buffer) => {
      said += words
    })
  }
  return () => said
}

/** The product's process: `start` waits until it is ready, `kill` ends it as a power cut would. */
export function serverProcess(port: number, environment: NodeJS.ProcessEnv) {
  let child: ChildProcess | undefined
  const start = async () => {
    child = spawn(process.execPath, ['apps/api/start.js'], {
      cwd: root,
      env: { ...process.env, ...environment, HOST: '127.0.0.1', PORT: String(port) },
    })
    await ready(`http://127.0.0.1:${port}`, child, hear(child))
  }
  const kill = async () => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { start, kill }
}
