import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { sweepThrowAwayFolders, throwAwayFolder } from './throw-away-folder.ts'

it('the folder of a test that was killed is removed by the next run, and no other', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'kyphoscreen-sweep-'))
  const { pid } = spawnSync(process.execPath, ['--version'])
  await mkdir(join(parent, `kyphoscreen-e2e-${pid}-left`))
  await writeFile(join(parent, `kyphoscreen-e2e-${pid}-left`, 'file'), '')
  await mkdir(join(parent, 'kyphoscreen-notes'))
  const mine = await throwAwayFolder('test', parent)
  await sweepThrowAwayFolders(parent)
  expect((await readdir(parent)).sort()).toEqual(['kyphoscreen-notes', basename(mine)].sort())
  await rm(parent, { recursive: true })
})
