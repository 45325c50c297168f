import { describe, expect, it } from 'vitest'
import { screen } from '../screen.ts'

type Findings = Parameters<typeof screen>[0]
type Facts = Omit<Findings['levels'][number], 'level'> & {
  cordOrCaudaCompression?: boolean
}

const canal = ({ cordOrCaudaCompression, ...level }: Facts) => {
  const result = screen({
    assessedOn: '2026-11-21',
    patient: cordOrCaudaCompression === undefined ? {} : { cordOrCaudaCompression },
    levels: [{ level: 'L1', ...level }],
  })
  const criterion = result.levels[0]?.criteria[2]
  if (criterion === undefined) throw new Error('the result lacks its third criterion')
  return criterion
}

const asked = 'no significant bone in the spinal canal was asked for.'

const statuses: [Facts, string, string][] = [
  [{}, 'unknown', 'never met when it was not looked at'],
  [{ canalCompromisePercent: 0 }, 'unknown', 'an open canal does not say that no bone moved'],
  [{ posteriorWall: 'intact' }, 'unknown', 'an intact wall does not either'],
  [{ cordOrCaudaCompression: false }, 'unknown', 'nor does the absence of compression'],
  [{ retropulsion: 'none' }, 'met', 'none is recorded'],
  [
    { retropulsion: 'none', canalCompromisePercent: 0, posteriorWall: 'intact' },
    'met',
    'everything recorded agrees',
  ],
  [{ retropulsion: 'none', cordOrCaudaCompression: false }, 'met', 'no compression is recorded'],
  [{ retropulsion: 'mild' }, 'needs-review', 'mild is between none and significant'],
  [{ retropulsion: 'present-size-not-stated' }, 'needs-review', 'the size is not stated'],
  [{ retropulsion: 'significant' }, 'not-met', 'significant is recorded'],
  [{ retropulsion: 'none', canalCompromisePercent: 0.1 }, 'needs-review', 'just above none'],
  [{ retropulsion: 'none', canalCompromisePercent: 19.9 }, 'needs-review', 'just under 20 %'],
  [{ retropulsion: 'none', canalCompromisePercent: 20 }, 'not-met', 'exactly 20 %'],
  [{ canalCompromisePercent: 5 }, 'needs-review', 'the canal alone is enough to weigh'],
  [{ canalCompromisePercent: 20 }, 'not-met', 'the canal alone is enough not to meet'],
  [{ retropulsion: 'none', posteriorWall: 'disrupted' }, 'needs-review', 'the wall is disrupted'],
  [{ posteriorWall: 'disrupted' }, 'needs-review', 'the wall alone is enough to weigh'],
  [
    { retropulsion: 'none', cordOrCaudaCompression: true },
    'needs-review',
    'the cord is compressed',
  ],
  [{ cordOrCaudaCompression: true }, 'needs-review', 'compression alone is enough to weigh'],
  [{ retropulsion: 'significant', posteriorWall: 'intact' }, 'not-met', 'the worst counts'],
]

describe('no significant retropulsion', () => {
  it.each(statuses)('%o is %s: %s', (facts, status, _reason) => {
    expect(canal(facts).status).toBe(status)
  })

  const sentences: [Facts, string][] = [
    [{}, `Retropulsion is not recorded; ${asked}`],
    [
      { canalCompromisePercent: 0 },
      `Recorded: 0 % of the canal compromised, but not whether bone is pushed back; ${asked}`,
    ],
    [{ retropulsion: 'none' }, `Recorded: no retropulsion; ${asked}`],
    [
      { retropulsion: 'mild', canalCompromisePercent: 12, posteriorWall: 'disrupted' },
      `Recorded: mild retropulsion, 12 % of the canal compromised and a disrupted posterior wall; ${asked}`,
    ],
    [
      { retropulsion: 'present-size-not-stated', cordOrCaudaCompression: true },
      `Recorded: retropulsion whose size is not stated and compression of the cord or cauda equina; ${asked}`,
    ],
    [
      { retropulsion: 'significant', posteriorWall: 'intact' },
      `Recorded: significant retropulsion; kyphoplasty may be contraindicated, and the surgeon decides; ${asked}`,
    ],
  ]

  it.each(sentences)('with %o says: %s', (facts, because) => {
    expect(canal(facts).because).toBe(because)
  })

  it('asks for retropulsion whenever it is unknown, and for nothing otherwise', () => {
    for (const [facts, status] of statuses) {
      expect(canal(facts).missing).toEqual(status === 'unknown' ? ['retropulsion'] : [])
    }
  })

  it('suggests new imaging when it is not met, and nothing otherwise', () => {
    for (const [facts, status] of statuses) {
      expect(canal(facts).wouldChange).toBe(
        status === 'not-met'
          ? 'A later assessment, at which new imaging shows no significant bone in the spinal canal, would change this; without it, the surgeon decides.'
          : null,
      )
    }
  })
})
