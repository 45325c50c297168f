import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { findBrowser } from '../e2e/browser.ts'

afterEach(() => vi.unstubAllEnvs())

it('a CHROMIUM_PATH that leads nowhere is refused in one sentence with the remedy', async () => {
  vi.stubEnv('CHROMIUM_PATH', join(tmpdir(), 'no-such-browser'))
  await expect(findBrowser()).rejects.toThrow(
    /^CHROMIUM_PATH names no program that can be run: correct it or unset it\.$/,
  )
})

it('the browser at CHROMIUM_PATH is taken before any other, and named', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kyphoscreen-browser-'))
  const program = join(folder, 'chromium')
  await writeFile(program, '#!/bin/sh\necho Chromium 1.2.3\n')
  await chmod(program, 0o755)
  vi.stubEnv('CHROMIUM_PATH', program)
  const { executablePath, name } = await findBrowser()
  expect({ executablePath, name }).toEqual({ executablePath: program, name: 'Chromium 1.2.3' })
  await rm(folder, { recursive: true })
})
