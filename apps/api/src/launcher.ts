const everyMs = 500

/** Calls back when the npm that this process was started by has ended without a word. */
export const whenLauncherEnds = (stop: () => void): void => {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const launcher = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === launcher) return
    clearInterval(timer)
    stop()
  }, everyMs)
  timer.unref()
}
