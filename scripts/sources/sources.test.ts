import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documents, type Source } from '@kyphoscreen/rules'
import { describe, expect, it } from 'vitest'
import { citedParagraphs } from './cited.ts'
import { changesIn } from './compare.ts'
import { paragraphHashes } from './paragraphs.ts'

const page = 'A heading\n\nOne thing,\nsaid in two lines.\n\n\n Another   thing. \n'

const citing = (paragraph: number, of = page): Source => ({
  document: 'S1',
  paragraph,
  sha256: paragraphHashes(of)[paragraph - 1] ?? '',
})

const runOn = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/sources.ts', ...args], { encoding: 'utf8' })

describe('the check of the cited paragraphs', () => {
  it('counts paragraphs parted by blank lines, whatever their white space', () => {
    const respaced = 'A  heading\n \nOne thing, said in two lines.\n\nAnother thing.'
    expect(paragraphHashes(respaced)).toEqual(paragraphHashes(page))
  })

  it('finds nothing to tell when every paragraph is as it was read', () => {
    expect(changesIn(paragraphHashes(page), [citing(1), citing(3)])).toEqual([])
  })

  it('names the paragraph that moved, and where to', () => {
    const grown = paragraphHashes(`A new line\n\n${page}`)
    expect(changesIn(grown, [citing(2)])).toEqual([
      'S1 paragraph 2 has moved to paragraph 3; its words are the same.',
    ])
  })

  it('names the paragraph that reads differently', () => {
    const reworded = paragraphHashes(page.replace('two lines', 'other words'))
    expect(changesIn(reworded, [citing(1), citing(2)])).toEqual([
      'S1 paragraph 2 reads differently: read it again and check what cites it.',
    ])
  })

  it('names the paragraph that is gone', () => {
    expect(changesIn(paragraphHashes('A heading'), [citing(3)])).toEqual([
      'S1 paragraph 3 is gone: the page has only 1.',
    ])
  })

  it('names each cited paragraph and ends with 1 when the pages are others', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pages-'))
    for (const { file } of Object.values(documents)) writeFileSync(join(folder, file), page)
    const { status, stdout } = runOn(folder)
    expect(status).toBe(1)
    expect(stdout.trim().split('\n')).toHaveLength(citedParagraphs().length)
  })

  it.each([
    ['no folder is named', []],
    ['the folder is not there', ['no-such-folder']],
    ['an option is given', ['--all']],
  ])('ends with 2 and says how it is used when %s', (_, args) => {
    const { status, stdout, stderr } = runOn(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: npm run sources -- <folder>')
  })
})
