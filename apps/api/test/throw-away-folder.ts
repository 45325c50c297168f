import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ofTests = /^kyphoscreen-(?:test|e2e|start)-(\d+)-/

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'ESRCH'
  }
}

/** Makes an empty folder for tests, named after this process, so that a later run knows whose it was. */
export const throwAwayFolder = (use: 'test' | 'e2e' | 'start', parent = tmpdir()) =>
  mkdtemp(join(parent, `kyphoscreen-${use}-${process.pid}-`))

/** Removes the folders of tests that were killed before they could do so themselves. */
export const sweepThrowAwayFolders = async (parent = tmpdir()): Promise<void> => {
  const left = (await readdir(parent)).filter((name) => {
    const pid = Number(ofTests.exec(name)?.[1] ?? Number.NaN)
    return Number.isInteger(pid) && !isAlive(pid)
  })
  const removed = left.map((name) => rm(join(parent, name), { recursive: true, force: true }))
  await Promise.allSettled(removed)
}
