import { describe, expect, it } from 'vitest'
import { addressOf, type ListAsked, listFrom } from './worklist-address.ts'

const asked: ListAsked = {
  list: 'overdue',
  owner: '7a1d7c1e-0c53-4f0e-9a49-0d8c6a2f6b11',
  states: ['new', 'in-triage'],
  outcomes: ['no-level'],
  priorities: ['urgent'],
  sort: { by: 'due', direction: 'descending' },
}

describe('the address of a list', () => {
  it('gives back the list it was written from', () => {
    expect(listFrom(addressOf(asked))).toEqual(asked)
  })

  it('is empty for the list that is shown at first', () => {
    expect(addressOf(listFrom(new URLSearchParams())).toString()).toBe('')
  })

  it('sorts by the closing window unless it says otherwise', () => {
    expect(listFrom(new URLSearchParams()).sort).toEqual({ by: 'closing', direction: 'ascending' })
  })

  it('leaves out what it says wrongly', () => {
    const read = listFrom(new URLSearchParams('list=all&owner=Smith&state=lost&state=new&sort=mrn'))
    expect(read).toMatchObject({ list: 'needs-information', owner: 'everyone', states: ['new'] })
    expect(read.sort.by).toBe('closing')
  })
})
