import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { productFolder } from '../../../apps/api/src/up-to-date.ts'
import { dataFolder, end, startProduct } from '../../../apps/api/test/start/product.ts'
import type { Expected, Told } from './told.ts'

/** What a request was answered. */
export type Answer = { status: number; body: ReturnType<typeof JSON.parse>; text: string }

/** Something to ask, by whom, and what the log must tell of it: one thing, several, or nothing. */
export type Asked = {
  as: string | null
  send: readonly [method: string, path: string, body?: unknown]
  headers?: Record<string, string>
  status: number
  told: (answer: Answer) => Partial<Told>[]
}

/** The running product, who is signed in, and what was done so far. */
export type Clinic = {
  passwords: Map<string, string>
  expected: Expected[]
  quiet: () => number
  does: (asked: Asked) => Promise<Answer>
  command: (words: string, told: Partial<Told>[]) => Promise<string>
  forget: (username: string) => void
  close: () => Promise<number | null>
}

const nobody: Omit<Told, 'action'> = {
  who: null,
  on: null,
  patient: null,
  outcome: 'done',
  reason: null,
  shown: [],
}

const passwordsIn = async (folder: string) => {
  const signIns = JSON.parse(await readFile(join(folder, 'demo-logins.json'), 'utf8'))
  return new Map<string, string>(
    signIns.map(({ username, password }: Record<string, string>) => [username, password]),
  )
}

const bodyOf = (text: string): Answer['body'] => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Starts the product on a data folder of its own, with its invented patients. */
export async function openClinic(): Promise<Clinic> {
  const { folder, remove } = await dataFolder()
  const product = await startProduct({ DATA_DIR: folder })
  const passwords = await passwordsIn(folder)
  const cookies = new Map<string, string>()
  const expected: Expected[] = []
  let quiet = 0

  const expect = (from: number, told: Partial<Told>[], as: string | null) => {
    const to = Date.now()
    if (told.length === 0) quiet += 1
    for (const one of told) expected.push({ ...nobody, who: as, from, to, ...one } as Expected)
  }

  const request = async ({ as, send: [method, path, body], headers }: Asked) => {
    const cookie = as === null ? undefined : cookies.get(as)
    const isText = typeof body === 'string'
    return fetch(`${product.address}/api${path}`, {
      method,
      headers: {
        ...(cookie !== undefined && { cookie }),
        ...(body !== undefined && { 'content-type': isText ? 'text/csv' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    })
  }

  /** Asks, and again while the machine is too busy to answer, which nothing is told of. */
  const does = async (asked: Asked) => {
    let from = Date.now()
    let response = await request(asked)
    for (let tries = 0; response.status === 503 && tries < 20; tries += 1) {
      await pause(500)
      from = Date.now()
      response = await request(asked)
    }
    const text = await response.text()
    const answer = { status: response.status, body: bodyOf(text), text }
    if (answer.status !== asked.status) {
      throw new Error(`${asked.send.slice(0, 2).join(' ')}: ${answer.status} ${text}`)
    }
    expect(from, asked.told(answer), asked.as)
    const [cookie] = response.headers.getSetCookie()
    if (cookie && asked.send[1] === '/session' && answer.status === 201)
      cookies.set(answer.body.username, cookie.split(';')[0] ?? '')
    return answer
  }

  return {
    passwords,
    expected,
    quiet: () => quiet,
    does,
    async command(words, told) {
      const from = Date.now()
      const program = ['apps/api/src/accounts-command.ts', ...words.split(' ')]
      const env = { ...process.env, DATA_DIR: folder }
      const child = spawn(process.execPath, program, { cwd: productFolder, env })
      let said = ''
      child.stdout.on('data', (chunk) => {
        said += chunk
      })
      child.stderr.on('data', (chunk) => {
        said += chunk
      })
      const [code] = await once(child, 'close')
      if (code !== 0) throw new Error(said)
      expect(from, told, null)
      return said
    },
    forget: (username) => void cookies.delete(username),
    async close() {
      const code = await end(product, 'SIGTERM')
      await remove()
      return code
    },
  }
}
