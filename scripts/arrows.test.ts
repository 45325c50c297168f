import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plants } from './planted-violations.ts'

const root = join(import.meta.dirname, '..')
const leftOut = new Set(['node_modules', 'dist', 'generated'])
const copied = ['apps', 'packages', 'scripts/lint', 'biome.json', 'package.json', '.gitignore']

type Report = { diagnostics: { category: string; location: { path: string | { file: string } } }[] }

let copy: string
let reported: Set<string>

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'kyphoscreen-arrows-'))
  for (const path of copied) {
    await cp(join(root, path), join(copy, path), {
      recursive: true,
      filter: (source) => !leftOut.has(basename(source)),
    })
  }
  for (const plant of plants) {
    await mkdir(dirname(join(copy, plant.path)), { recursive: true })
    await writeFile(join(copy, plant.path), plant.text)
  }
  reported = await lint(plants.map((plant) => plant.path))
})

afterAll(() => rm(copy, { recursive: true, force: true }))

async function lint(paths: readonly string[]): Promise<Set<string>> {
  const biome = join(root, 'node_modules/.bin/biome')
  const run = promisify(execFile)
  const { stdout } = await run(
    biome,
    ['lint', '--reporter=json', '--max-diagnostics=none', ...paths],
    { cwd: copy, maxBuffer: 64 << 20 },
  ).catch((failed: { stdout: string }) => failed)
  const { diagnostics } = JSON.parse(stdout) as Report
  return new Set(
    diagnostics.map(({ category, location: { path } }) =>
      [typeof path === 'string' ? path : path.file, category.split('/').at(-1)].join(' '),
    ),
  )
}

describe('the linter reports a planted violation of', () => {
  it.each(plants)('$claim ($rule)', ({ path, rule }) => {
    expect([...reported]).toContain(`${path} ${rule}`)
  })
})

it('packages give away their public surface and nothing else', () => {
  expect(() => import.meta.resolve('@kyphoscreen/api/contract')).not.toThrow()
  expect(() => import.meta.resolve('@kyphoscreen/api/src/app.ts')).toThrow()
  expect(() => import.meta.resolve('@kyphoscreen/rules/src/screen.ts')).toThrow()
})
