const everyMs = 500
const clearLine = '\r\u001b[K'

/** Shows how far a run is, on standard error and only when that is a terminal. */
export function progressOf() {
  const isShown = process.stderr.isTTY === true
  let [done, total, shownAt] = [0, 0, performance.now()]
  const tell = (end: string) =>
    process.stderr.write(
      `${clearLine}${done.toLocaleString('en')} of ${total.toLocaleString('en')} screenings${end}`,
    )
  return {
    outOf: (screenings: number): void => {
      total = screenings
    },
    count(): void {
      done += 1
      if (!isShown || performance.now() - shownAt < everyMs) return
      shownAt = performance.now()
      tell('')
    },
    end: () => isShown && tell('\n'),
  }
}
