import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const unread = new Set(['node_modules', 'dist', 'generated', '.git', '.data'])

const filesOf = (patterns: readonly string[]) =>
  globSync(patterns, {
    cwd: root,
    exclude: (path) => path.split(/[\\/]/).some((name) => unread.has(name)),
  }).filter((path) => !path.endsWith('words.test.ts'))

const code = filesOf([
  '{apps,packages,prisma,scripts,bench,e2e}/**/*.{ts,tsx,js,css,html,prisma,sql}',
])
const texts = filesOf(['*.{md,json,yml,ts}', 'docs/**/*.md', 'Dockerfile', '.env.example'])

const product = code.filter((path) => !/\.test\.|[\\/]test[\\/]/.test(path))

const linesWith = (files: readonly string[], word: RegExp) =>
  files.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => (word.test(line) ? [`${file}:${at + 1}`] : [])),
  )

it('reads the whole code', () => {
  expect(code.length).toBeGreaterThan(60)
})

it('the product says nothing that it does not know', () => {
  expect(linesWith(product, /\b(in)?eligib|\bapproved\b|(?<!permission )\bdenied\b/i)).toEqual([])
})

it('no work is put off in the code', () => {
  expect(linesWith(code, /\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([])
})

it('the compiler is never silenced', () => {
  expect(linesWith(code, /@ts-(ignore|expect-error|nocheck)|\bas any\b/)).toEqual([])
})

it('no file names a folder of somebody’s machine', () => {
  expect(linesWith([...code, ...texts], /(^|[\s'"`(=])\/(work|root|home|Users)\//)).toEqual([])
})
