import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import {
  dataFolder,
  end,
  launch,
  startProduct,
  until,
  watchdogsOf,
  workingIn,
} from '../../apps/api/test/start/product.ts'
import type { Proven } from './proven.ts'

const shortestMs = 60

type Outcome = { worked: boolean; orphansForMs: number; readyMs: number }

const workingSignIn = async (address: string, folder: string) => {
  const [{ username, password }] = JSON.parse(
    await readFile(join(folder, 'demo-logins.json'), 'utf8'),
  )
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const found = await fetch(`${address}/api/patients/search`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ text: 'DEMO-1001' }),
  })
  const { total } = (await found.json()) as { total?: number }
  return answer.status === 201 && total === 1
}

const killAll = async (folder: string) => {
  for (const pid of [...(await watchdogsOf(folder)), ...(await workingIn(folder))])
    try {
      process.kill(Number(pid), 'SIGKILL')
    } catch {}
}

const millisecondsOf = async (work: () => Promise<unknown>) => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const once = async (afterMs: number, everything: boolean): Promise<Outcome> => {
  const { folder, remove } = await dataFolder()
  const killed = launch({ DATA_DIR: folder })
  await pause(afterMs)
  if (everything) await killAll(folder)
  await end(killed, 'SIGKILL')
  const orphansForMs = await millisecondsOf(() =>
    until(async () => (await workingIn(folder)).length === 0),
  )
  let worked = false
  const readyMs = await millisecondsOf(async () => {
    const product = await startProduct({ DATA_DIR: folder })
    worked = await workingSignIn(product.address, folder)
    worked &&= (await end(product, 'SIGTERM')) === 0
  }).catch((error: unknown) => {
    console.error(error)
    return Number.NaN
  })
  await remove()
  return { worked, orphansForMs, readyMs }
}

const firstStartMs = async () => {
  const { folder, remove } = await dataFolder()
  const began = performance.now()
  const product = await startProduct({ DATA_DIR: folder })
  const took = performance.now() - began
  await end(product, 'SIGTERM')
  await remove()
  return took
}

const slowest = (outcomes: readonly Outcome[], name: 'orphansForMs' | 'readyMs') =>
  Math.round(Math.max(...outcomes.map((outcome) => outcome[name])))

/** Kills first starts at many points, the server alone and everything at once, and counts the next starts that work. */
export async function prove(kills = 40): Promise<Proven> {
  const longestMs = await firstStartMs()
  const outcomes: Outcome[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    const afterMs = shortestMs + ((longestMs - shortestMs) * kill) / kills
    outcomes.push(await once(afterMs, kill % 2 === 1))
  }
  const worked = outcomes.filter((outcome) => outcome.worked).length
  return {
    holds: worked === kills,
    lines: [
      `${kills} first starts killed, ${shortestMs} to ${Math.round(longestMs)} ms after they began, every second one with all its processes.`,
      `${worked} of ${kills} next starts worked, sign-in and patients included; slowest ${slowest(outcomes, 'readyMs')} ms from start to stop.`,
      `0 processes left over in the end; the longest were there ${slowest(outcomes, 'orphansForMs')} ms after the kill.`,
    ],
  }
}
