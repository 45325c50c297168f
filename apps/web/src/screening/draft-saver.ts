/** How an unfinished screening stands on the server. */
export type DraftState =
  | { state: 'untouched' }
  | { state: 'unsaved' }
  | { state: 'saved'; at: Date }
  | { state: 'not-saved'; since: Date | undefined; because: unknown }

type Timer = ReturnType<typeof setTimeout>

type DraftSaverSettings<T> = {
  save: (draft: T, last: boolean) => Promise<{ savedAt: string }>
  onChange: (state: DraftState) => void
  waitMs?: number
  retryMs?: readonly number[]
}

const retries = [2_000, 4_000, 8_000, 15_000, 30_000] as const

/**
 * Saves the newest draft a moment after the last change, one at a time, and goes on trying with
 * longer and longer waits while the server does not take it.
 */
export function draftSaver<T>(settings: DraftSaverSettings<T>) {
  const { save, onChange, waitMs = 1_200, retryMs = retries } = settings
  let waiting: { draft: T } | undefined
  let running: Promise<void> | undefined
  let timer: Timer | undefined
  let failures = 0
  let savedAt: Date | undefined
  let stopped = false

  const plan = (ms: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void saveNow(), ms)
  }

  async function send(draft: T, last: boolean) {
    try {
      savedAt = new Date((await save(draft, last)).savedAt)
      failures = 0
      if (!stopped && waiting === undefined) onChange({ state: 'saved', at: savedAt })
    } catch (because) {
      waiting ??= { draft }
      if (stopped) return
      onChange({ state: 'not-saved', since: savedAt, because })
      plan(retryMs[Math.min(failures, retryMs.length - 1)] ?? waitMs)
      failures += 1
    }
  }

  async function saveNow(last = false): Promise<void> {
    await running
    if (waiting === undefined) return
    clearTimeout(timer)
    const { draft } = waiting
    waiting = undefined
    running = send(draft, last).finally(() => {
      running = undefined
    })
    await running
    if (waiting !== undefined && failures === 0) plan(waitMs)
  }

  return {
    /** Takes note of a change; it is saved soon. */
    changed(draft: T) {
      if (stopped) return
      waiting = { draft }
      if (failures > 0) return
      onChange({ state: 'unsaved' })
      plan(waitMs)
    },
    /** Saves what is waiting at once, as when the page is being left. */
    saveNow,
    /** Saves no more, and waits for a save that is under way. */
    async stop() {
      stopped = true
      clearTimeout(timer)
      waiting = undefined
      await running
    },
    /** True while the server does not take what is sent. */
    get isFailing() {
      return failures > 0
    },
    /** True when something typed is not on the server yet. */
    get hasUnsaved() {
      return !stopped && (waiting !== undefined || running !== undefined)
    },
  }
}
