import { afterEach, expect, it } from 'vitest'
import { guards, type Leaving, wouldLose } from './unsaved.ts'

afterEach(() => guards.clear())

const guard = (leaving: Leaving, unsaved: boolean) =>
  guards.add({ isUnsaved: () => unsaved, says: () => `typed: ${leaving}`, leaving })

it('nothing is lost where nothing is typed', () => {
  guard('page', false)
  guard('list', false)
  expect(wouldLose('page')).toBeUndefined()
})

it('what is lost with its list is lost with its page too', () => {
  guard('list', true)
  expect([wouldLose('list'), wouldLose('page')]).toEqual(['typed: list', 'typed: list'])
})

it('what stays while only its list changes is not asked for then', () => {
  guard('page', true)
  expect([wouldLose('list'), wouldLose('page')]).toEqual([undefined, 'typed: page'])
})
