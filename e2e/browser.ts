import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { unpackedChromium } from './packed-chromium.ts'

/** A Chromium to test in: where it is, what it needs in its environment, and its own name and version. */
export type FoundBrowser = { executablePath: string; env: NodeJS.ProcessEnv; name: string }

const systemNames = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome.exe',
]
const systemPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * What a browser in a test is started with; it must run as root, without a display, and call nobody.
 * It draws and compiles with few processes and threads: beside as many browsers as processors, more only cost.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--num-raster-threads=1',
  '--js-flags=--single-threaded',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const isExecutable = (path: string) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const inPath = () =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => systemNames.map((name) => join(folder, name)))

const named = async (executablePath: string, env: NodeJS.ProcessEnv): Promise<FoundBrowser> => {
  const { stdout } = await promisify(execFile)(executablePath, ['--version', '--no-sandbox'], {
    env,
  })
  return { executablePath, env, name: stdout.trim() }
}

/**
 * Finds a browser: `CHROMIUM_PATH`, one of the system, one that Playwright installed, the one from npm.
 * Throws one sentence with the remedy when there is none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) {
    if (isExecutable(chosen)) return named(chosen, process.env)
    throw new Error('CHROMIUM_PATH names no program that can be run: correct it or unset it.')
  }
  const installed = [...inPath(), ...systemPlaces, chromium.executablePath()].find(isExecutable)
  if (installed) return named(installed, process.env)
  const unpacked = await unpackedChromium()
  if (unpacked && existsSync(unpacked.executablePath)) {
    return named(unpacked.executablePath, { ...process.env, ...unpacked.env })
  }
  throw new Error(
    'No browser found: install one (apt-get install chromium) or set CHROMIUM_PATH to one, and run the tests again.',
  )
}
