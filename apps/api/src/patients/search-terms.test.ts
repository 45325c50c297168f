import { describe, expect, it } from 'vitest'
import { searchTerms } from './search-terms.ts'

describe('what is searched for', () => {
  it('names the family before a comma', () => {
    expect(searchTerms(' SMITH,  Jane ')).toEqual({
      mrn: 'SMITH,  Jane',
      names: [{ family: 'SMITH', given: 'Jane' }],
    })
  })

  it('is a beginning of either name when it is one word', () => {
    expect(searchTerms('smi').names).toEqual([
      { family: 'smi', given: '' },
      { family: '', given: 'smi' },
    ])
  })

  it('is both names in either order when it is two words', () => {
    expect(searchTerms('smith j').names).toEqual([
      { family: 'smith j', given: '' },
      { family: '', given: 'smith j' },
      { family: 'smith', given: 'j' },
      { family: 'j', given: 'smith' },
    ])
  })

  it('leaves names of several words whole wherever they end', () => {
    expect(searchTerms('van der berg jo').names).toContainEqual({
      family: 'van der berg',
      given: 'jo',
    })
  })

  it('asks few questions however many words it has', () => {
    expect(searchTerms('a '.repeat(50)).names.length).toBeLessThanOrEqual(12)
  })
})
