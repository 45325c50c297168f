import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { productFolder } from '../../src/up-to-date.ts'
import { throwAwayFolder } from '../throw-away-folder.ts'

/** The product as a process of its own, and what it has said so far. */
export type Product = {
  child: ChildProcess
  said: () => string
  ended: Promise<{ code: number | null; words: string }>
}

const patienceMs = 40_000

/** Starts the product, on a free port unless one is given, without waiting for it. */
export const launch = (
  settings: Record<string, string>,
  program = 'apps/api/start.js',
): Product => {
  const child = spawn(process.execPath, program.split(' '), {
    cwd: productFolder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...settings },
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      words += chunk.toString()
    })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, words }))
  return { child, said: () => words, ended }
}

/** Waits until something holds, or fails with what the product has said. */
export const until = async (
  holds: () => boolean | Promise<boolean>,
  said: () => string = () => '',
): Promise<void> => {
  const deadline = Date.now() + patienceMs
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`It did not come true in time. ${said()}`)
    await pause(25)
  }
}

/** Starts the product and waits until it says where it is. */
export const startProduct = async (
  settings: Record<string, string>,
): Promise<Product & { address: string }> => {
  const product = launch(settings)
  const address = () => /ready at (\S+)/.exec(product.said())?.[1]
  await until(() => address() !== undefined || product.child.exitCode !== null, product.said)
  const found = address()
  if (found === undefined) throw new Error(`It did not start: ${product.said()}`)
  return { ...product, address: found }
}

/** Ends a product by a signal and waits for its end. */
export const end = async (
  { child, ended }: Product,
  signal: NodeJS.Signals,
): Promise<number | null> => {
  child.kill(signal)
  return (await ended).code
}

const processes = async () => (await readdir('/proc')).filter((name) => /^\d+$/.test(name))

/** The processes that work inside a folder: the PostgreSQL of a data folder, and nobody when it has stopped. */
export const workingIn = async (folder: string): Promise<string[]> => {
  const found = await Promise.all(
    (await processes()).map(async (pid) => {
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => '')
      return place.startsWith(folder) ? [pid] : []
    }),
  )
  return found.flat()
}

/** The watchdogs that look after the server of a data folder. */
export const watchdogsOf = async (folder: string): Promise<number[]> => {
  const found = await Promise.all(
    (await processes()).map(async (pid) => {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      return line.includes('kyphoscreen-watchdog') && line.includes(folder) ? [Number(pid)] : []
    }),
  )
  return found.flat()
}

/** A data folder for one test, and how to remove it when nobody works in it any more. */
export const dataFolder = async (): Promise<{ folder: string; remove: () => Promise<void> }> => {
  const parent = await throwAwayFolder('start')
  const folder = join(parent, 'data')
  const remove = async () => {
    await until(async () => (await workingIn(folder)).length === 0)
    await rm(parent, { recursive: true, force: true })
  }
  return { folder, remove }
}
