import { statfsSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const ofTests = /^kyphoscreen-(?:test|e2e|start)-(\d+)-/

const inMemory = '/dev/shm'
const needed = 4 * 1024 ** 3

const hasRoomInMemory = () => {
  try {
    const { bavail, bsize } = statfsSync(inMemory)
    return Math.min(bavail * bsize, freemem()) >= needed
  } catch {
    return false
  }
}

/** Where the tests' databases live: in memory where there is plenty, as a disk makes them a third slower. */
const chosen = hasRoomInMemory() ? inMemory : tmpdir()

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}

/** Makes an empty folder for tests, named after this process, so that a later run knows whose it was. */
export const throwAwayFolder = (use: 'test' | 'e2e' | 'start', parent = chosen) =>
  mkdtemp(join(parent, `kyphoscreen-${use}-${process.pid}-`))

/** Removes the folders of tests that were killed before they could do so themselves. */
export const sweepThrowAwayFolders = async (parent = chosen): Promise<void> => {
  const left = (await readdir(parent)).filter((name) => {
    const pid = Number(ofTests.exec(name)?.[1] ?? Number.NaN)
    return Number.isInteger(pid) && !isAlive(pid)
  })
  const removed = left.map((name) => rm(join(parent, name), { recursive: true, force: true }))
  await Promise.allSettled(removed)
}
