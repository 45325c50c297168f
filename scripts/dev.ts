import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

const start = (words: readonly string[]): ChildProcess =>
  spawn(process.execPath, words, { cwd: root, stdio: 'inherit' })

const children = [
  start(['--watch', '--watch-preserve-output', 'apps/api/start.js']),
  start(['node_modules/vite/bin/vite.js', 'apps/web']),
]

const stop = () => {
  for (const child of children) child.kill('SIGTERM')
}

for (const child of children) {
  child.once('exit', (code) => {
    process.exitCode ||= code ?? 0
    stop()
  })
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
