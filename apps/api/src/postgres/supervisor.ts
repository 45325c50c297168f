import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { type ServerPlace, type ServerProcess, startServer } from './server-process.ts'
import { clearStaleServer } from './stale-server.ts'

const probeEveryMs = 5_000
const probeDeadlineMs = 5_000
const missesAllowed = 3
const shortestPauseMs = 100
const longestPauseMs = 5_000

/** An error with a five-letter SQLSTATE comes from the server, so it is an answer too. */
const isAnswer = (error: unknown) =>
  error instanceof Error && 'code' in error && /^[0-9A-Z]{5}$/.test(String(error.code))

const answers = async (url: string) => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: probeDeadlineMs,
    query_timeout: probeDeadlineMs,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch (error) {
    return isAnswer(error)
  } finally {
    void client.end().catch(() => undefined)
  }
}

/** Ends a server that takes connections and then says nothing, again and again. */
const abortWhenSilent = (server: ServerProcess, url: string) => {
  let misses = 0
  const timer = setInterval(async () => {
    misses = (await answers(url)) ? 0 : misses + 1
    if (misses >= missesAllowed) await server.abort()
  }, probeEveryMs)
  timer.unref()
  void server.exited.then(() => clearInterval(timer))
}

/** Starts a server and starts it again whenever it ends by itself; returns how to stop it for good. */
export const keepRunning = async (
  place: ServerPlace,
  url: string,
): Promise<() => Promise<void>> => {
  let server = await startServer(place)
  let stopping = false
  const restart = async (pauseMs: number): Promise<void> => {
    await pause(pauseMs)
    if (stopping) return
    try {
      await clearStaleServer(place.data)
      server = await startServer(place)
      watch()
    } catch {
      await restart(Math.min(pauseMs * 2, longestPauseMs))
    }
  }
  const watch = () => {
    abortWhenSilent(server, url)
    if (stopping) void server.stop()
    void server.exited.then(() => (stopping ? undefined : restart(shortestPauseMs)))
  }
  watch()
  return async () => {
    stopping = true
    await server.stop()
  }
}
