import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditOf } from '../src/audit/audit.ts'
import { auditKey } from '../src/audit/audit-key.ts'
import { type NoteKey, verifierOf, writeVerifier } from '../src/audit/signed-note.ts'
import { acting, writeLog } from './audited-acts.ts'
import { falsifiedExports, rightExports } from './falsified-exports.ts'
import { falsifications } from './falsified-receipts.ts'
import { freshDatabase } from './fresh-database.ts'
import { exportedLines, loggedReceipts, writeSearches } from './logged-receipts.ts'
import { lacksPython, ofNode, ofPython, verdictsOf } from './two-verifiers.ts'

const receipts = 1_000

const settings = { clock: () => new Date(), tellFault: () => undefined }

let folder: string
let key: NoteKey
let made: Buffer[]
let lines: string[]
beforeAll(async () => {
  const fresh = await freshDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-verifiers-'))
  const { database } = fresh
  const audit = auditOf({ ...settings, database, places: { folder } })
  const who = await acting(fresh)
  await writeLog(fresh, who, 60)
  lines = await exportedLines(audit)
  await writeSearches(fresh, who, receipts)
  key = await auditKey(folder, undefined)
  made = (await loggedReceipts(fresh, key)).slice(0, receipts)
  await fresh.close()
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const strange: NoteKey = {
  name: 'kyphoscreen-log-0000000000000000',
  privateKey: generateKeyPairSync('ed25519').privateKey,
}

/** Numbers between 0 and 1 that are the same in each run. */
const chanceFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** A file to check, and in which way it was falsified, if it was. */
type Case = { name: string; bytes: Buffer | string; how: string | undefined }

const everySecondFalsified = (): Case[] => {
  const chance = chanceFrom(20_261_121)
  return made.map((receipt, place) => {
    const name = `${place}.json`
    const way = place % 2 ? falsifications[(place >> 1) % falsifications.length] : undefined
    if (!way) return { name, bytes: receipt, how: undefined }
    const other = JSON.parse((made[(place + 7) % made.length] ?? '').toString())
    return { name, bytes: way.falsify(receipt, { other, chance, key, strange }), how: way.how }
  })
}

const exports = (): Case[] => [
  ...Object.values(rightExports).map((write, place) => ({
    name: `right_${place}.ndjson`,
    bytes: write(lines, strange),
    how: undefined,
  })),
  ...Object.entries(falsifiedExports).map(([how, write], place) => ({
    name: `falsified_${place}.ndjson`,
    bytes: write(lines, strange),
    how,
  })),
]

/** Runs both verifiers over files; gives their exit codes, and what either of them took for something else than it is. */
async function mistaken(cases: readonly Case[], by = key) {
  await Promise.all(cases.map(({ name, bytes }) => writeFile(join(folder, name), bytes)))
  const files = cases.map(({ name }) => name)
  const run = { cwd: folder, key: writeVerifier(verifierOf(by)), files }
  const [node, python] = [verdictsOf(ofNode, run), verdictsOf(ofPython, run)]
  const wrong = cases.flatMap(({ name, how }) => {
    const found = { node: node.verdicts[name], python: python.verdicts[name] }
    const holds = how === undefined
    return found.node === holds && found.python === holds ? [] : [{ name, how, ...found }]
  })
  return { codes: [node.code, python.code], wrong }
}

describe.skipIf(lacksPython)('The verifier in Python (skipped where there is no python3)', () => {
  it('says of a thousand receipts, half of them falsified, what the verifier in Node says', async () => {
    const cases = everySecondFalsified()
    const same = cases.filter(
      ({ bytes, how }, place) => how && made[place]?.equals(bytes as Buffer),
    )
    expect([cases.length, same]).toEqual([receipts, []])
    expect(await mistaken(cases)).toEqual({ codes: [1, 1], wrong: [] })
  })

  it('says of exports, right and falsified, what the verifier in Node says', async () => {
    expect(await mistaken(exports())).toEqual({ codes: [1, 1], wrong: [] })
  })

  it('lets all hold that is right, and nothing by another key', async () => {
    const right = [...everySecondFalsified(), ...exports()].filter(({ how }) => !how).slice(-50)
    const others = right.map((one) => ({ ...one, how: 'another key' }))
    expect(await mistaken(right)).toEqual({ codes: [0, 0], wrong: [] })
    expect(await mistaken(others, strange)).toEqual({ codes: [1, 1], wrong: [] })
  })
})
