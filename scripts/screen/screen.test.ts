import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { type Findings, screen } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { cohortOf } from '../../bench/cohort.ts'
import { readOptions } from './options.ts'
import { answeredHere, command, referral, run, runOnFile } from './screened.ts'

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.on('close', resolve))

describe('screening a file line by line', () => {
  it('answers every line in order with the very result of the rules, and ends with 0', () => {
    const cohort = cohortOf({ size: 400, seed: 3, missing: 0.2 })
    const { status, stderr, lines } = run(cohort.map((one) => `${JSON.stringify(one)}\n`).join(''))
    const expected = cohort.map((findings: Findings) =>
      JSON.parse(JSON.stringify(screen(findings))),
    )
    expect([status, stderr]).toEqual([0, ''])
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected)
  })

  it('answers the same lines in the same order with three worker threads, and from a file', () => {
    const input = cohortOf({ size: 3000, seed: 4, missing: 0.2 })
      .map((one, index) => (index % 100 === 7 ? '{}\n' : `${JSON.stringify(one)}\n`))
      .join('')
    expect(input.length).toBeGreaterThan(1024 ** 2)
    const piped = run(input)
    expect(piped.status).toBe(1)
    expect(piped.lines[2907]).toContain('"line":2908,')
    expect(run(input, '--jobs', '3').stdout === piped.stdout).toBe(true)
    expect(runOnFile(input).stdout === piped.stdout).toBe(true)
  })

  it('answers the last line whether or not it ends with a line feed', () => {
    expect(run(referral).stdout).toBe(answeredHere(`${referral}\n`).stdout)
  })

  it('reads lines that end as on Windows', () => {
    expect(answeredHere(`${referral}\r\n${referral}\r\n`)).toMatchObject({ refused: 0 })
  })

  it('answers nothing to nothing, and ends with 0', () => {
    expect(run('')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  it('gives a bad line its number and its fields, goes on, and ends with 1', () => {
    const { status, lines } = run(
      `${referral}\n{"assessedOn":"2026-02-30","levels":[]}\n${referral}\n`,
    )
    expect(status).toBe(1)
    expect(lines).toHaveLength(3)
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      line: 2,
      error: { refusals: [{ pointer: '/assessedOn' }, { pointer: '/levels' }] },
    })
    expect(JSON.parse(lines[2] ?? '').outcome).toBe('insufficient-information')
  })

  it('never repeats what was typed', () => {
    const canary = 'Featherstonehaugh'
    const { stdout } = answeredHere(
      `{"assessedOn":"${canary}","${canary} 7":1,"levels":[{"level":"${canary}"}]}\n"${canary}"\n{${canary}\n{"${canary} 1":1,"${canary} 1":2}\n`,
    )
    expect(stdout.split('\n')).toHaveLength(5)
    expect(stdout).not.toContain(canary)
  })

  it('ends with 2 and one sentence on an unknown option', () => {
    const { status, stdout, stderr } = run(`${referral}\n`, '--fast')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^An option is not known[^\n]*\n$/)
  })

  it.each([
    ['a file name', ['findings.ndjson'], /standard input/],
    ['a number of jobs that is none', ['--jobs', 'many'], /from 1 to 64/],
    ['no jobs at all', ['--jobs', '0'], /from 1 to 64/],
  ])('refuses %s in one sentence', (_, args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence)
  })

  it('ends with 2 and one sentence when standard input is a folder', () => {
    const folder = openSync('scripts', 'r')
    const { status, stderr } = spawnSync(process.execPath, command(), {
      stdio: [folder, 'pipe', 'pipe'],
      encoding: 'utf8',
    })
    closeSync(folder)
    expect([status, stderr.trim().split('\n').length]).toEqual([2, 1])
    expect(stderr).toMatch(/folder/)
  })

  it.each([[[]], [['--jobs', '2']]])(
    'ends quietly with 2 when its reader goes away %j',
    async (args) => {
      const child = spawn(process.execPath, command(...args), { stdio: ['pipe', 'pipe', 'pipe'] })
      child.stdin.on('error', () => undefined)
      let told = ''
      child.stderr.on('data', (text) => {
        told += text
      })
      child.stdout.once('data', () => child.stdout.destroy())
      child.stdin.end(`${referral}\n`.repeat(50_000))
      expect([await ended(child), told]).toEqual([2, ''])
    },
  )

  it('answers the first lines before the last one is sent', async () => {
    const child = spawn(process.execPath, command(), { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.write(`${referral}\n`)
    const first = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve))
    child.stdin.end()
    expect(JSON.parse(first.toString()).outcome).toBe('insufficient-information')
    expect(await ended(child)).toBe(0)
  })

  it('says how it is used when asked', () => {
    const { status, stdout } = run('', '--help')
    expect(status).toBe(0)
    expect(stdout).toContain('npm run --silent screen')
  })
})
