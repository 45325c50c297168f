import type { Answers } from './answer.ts'

const everyMs = 500
const clearLine = '\r\u001b[K'

/** Shows how far the run is, on standard error and only when that is a terminal. */
export function startProgress() {
  const started = performance.now()
  let shownAt = started
  let lines = 0
  let refused = 0
  const shown = process.stderr.isTTY === true
  const tell = (end: string) => {
    const perSecond = Math.round((lines / (performance.now() - started)) * 1000)
    process.stderr.write(
      `${clearLine}${lines} lines, ${refused} refused, ${perSecond} a second${end}`,
    )
  }
  return {
    count(answers: Answers) {
      lines += answers.screened + answers.refused
      refused += answers.refused
      if (!shown || performance.now() - shownAt < everyMs) return
      shownAt = performance.now()
      tell('')
    },
    end: () => shown && tell('\n'),
  }
}
