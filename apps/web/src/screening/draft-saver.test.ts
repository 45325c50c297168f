import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DraftState, draftSaver } from './draft-saver.ts'

const savedAt = '2026-11-21T10:00:00.000Z'

function saverWith(answers: ('taken' | 'refused' | 'slow')[]) {
  const sent: string[] = []
  const states: DraftState['state'][] = []
  const saver = draftSaver<string>({
    save: async (draft) => {
      sent.push(draft)
      const answer = answers.shift() ?? 'taken'
      if (answer === 'refused') throw new Error('not taken')
      if (answer === 'slow') await new Promise((done) => setTimeout(done, 5_000))
      return { savedAt }
    },
    onChange: ({ state }) => states.push(state),
    waitMs: 1_000,
    retryMs: [2_000, 8_000],
  })
  return { saver, sent, states }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('saving a draft', () => {
  it('waits for a pause and sends the newest entries once', async () => {
    const { saver, sent, states } = saverWith([])
    saver.changed('a')
    await vi.advanceTimersByTimeAsync(500)
    saver.changed('ab')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(sent).toEqual(['ab'])
    expect(states.at(-1)).toBe('saved')
    expect(saver.hasUnsaved).toBe(false)
  })

  it('tries again with longer waits until the server takes it, with what is newest by then', async () => {
    const { saver, sent, states } = saverWith(['refused', 'refused', 'taken'])
    saver.changed('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(states.at(-1)).toBe('not-saved')
    saver.changed('ab')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent).toEqual(['a', 'ab'])
    expect(saver.hasUnsaved).toBe(true)
    await vi.advanceTimersByTimeAsync(8_000)
    expect(sent).toEqual(['a', 'ab', 'ab'])
    expect(states.at(-1)).toBe('saved')
  })

  it('sends one at a time, so that an older draft never overtakes a newer one', async () => {
    const { saver, sent } = saverWith(['slow'])
    saver.changed('a')
    await vi.advanceTimersByTimeAsync(1_000)
    saver.changed('ab')
    await vi.advanceTimersByTimeAsync(4_000)
    expect(sent).toEqual(['a'])
    await vi.advanceTimersByTimeAsync(3_000)
    expect(sent).toEqual(['a', 'ab'])
  })

  it('saves at once when the page is being left', async () => {
    const { saver, sent } = saverWith([])
    saver.changed('a')
    await saver.saveNow(true)
    expect(sent).toEqual(['a'])
  })

  it('saves nothing more once it is stopped', async () => {
    const { saver, sent } = saverWith([])
    saver.changed('a')
    await saver.stop()
    saver.changed('ab')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sent).toEqual([])
    expect(saver.hasUnsaved).toBe(false)
  })
})
