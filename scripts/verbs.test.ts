import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const verbs = () => Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)

it('every npm verb has a line in the README', () => {
  const lines = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('|'))
  const without = verbs().filter(
    (verb) => !lines.some((line) => new RegExp(`npm (run (--silent )?)?${verb}[\` ]`).test(line)),
  )
  expect(without).toEqual([])
})

it('what runs in continuous integration is the README’s test command', () => {
  expect(read('.ci/run')).toMatch(/\nnpm ci\nnpm test\n$/)
  expect(read('README.md')).toContain('npm ci && npm test')
})
