import { spawn } from 'node:child_process'

/** Waits for a line (all is well) or the end of the pipe (our process died), then stops the server if it is still the same one. */
const script = `
read -r released && exit
[ -d /proc/self ] && ! [ "/proc/$1/cwd" -ef "$2" ] && exit
kill -s "$3" "$1"
for second in 1 2 3 4 5; do sleep 1; kill -0 "$1" || exit; done
kill -QUIT "$1"
`
const pauseMs = 200

/**
 * Sees to it that a process of the server, working in a folder, does not outlive this process; returns how to call that
 * off. A server ends fast on INT, the programs that make a cluster on TERM.
 */
export const watchOver = (pid: number, folder: string, signal: 'INT' | 'TERM'): (() => void) => {
  let released = false
  let pipe: NodeJS.WritableStream | undefined
  const start = () => {
    if (released) return
    const words = [script, 'kyphoscreen-watchdog', `${pid}`, folder, signal]
    const watchdog = spawn('/bin/sh', ['-c', ...words], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    watchdog.on('error', () => undefined)
    watchdog.stdin.on('error', () => undefined)
    watchdog.on('exit', () => setTimeout(start, pauseMs).unref())
    watchdog.unref()
    pipe = watchdog.stdin
  }
  start()
  return () => {
    released = true
    pipe?.end('released\n')
  }
}
