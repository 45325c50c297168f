import { describe, expect, it } from 'vitest'
import { Findings, type Refusal, refusalsOf, screen } from '../src/index.ts'
import { accepted, refused } from './refused-findings.ts'

const assessedOn = '2026-11-21'

function refusals(sent: unknown): Refusal[] {
  const checked = Findings.safeParse(sent)
  return checked.success ? [] : refusalsOf(checked.error)
}

describe('findings', () => {
  it.each(refused)('%o are refused at "%s": %s', (sent, pointer, reason) => {
    const found = refusals(sent)
    expect(found.map((refusal) => refusal.pointer)).toContain(pointer)
    expect(found.find((refusal) => refusal.pointer === pointer)?.reason).toContain(reason)
    expect(() => screen(sent as Findings)).toThrow()
  })

  it.each(accepted)('%o are accepted: %s', (sent, _reason) => {
    expect(refusals(sent)).toEqual([])
    expect(screen(sent as Findings).levels[0]?.level).toBe('L1')
  })

  it('are refused for every reason at once, not for the first alone', () => {
    const found = refusals({
      assessedOn,
      patient: { painScore: 8, careResponse: 'not-tried', careDays: 3 },
      levels: [{ level: 'L1', onsetOn: '2026-12-01' }],
    })
    expect(found.map(({ pointer }) => pointer)).toEqual(
      expect.arrayContaining(['/patient/painScale', '/patient/careResponse', '/levels/0/onsetOn']),
    )
  })

  it('without a level are refused for that alone', () => {
    expect(refusals({ assessedOn, patient: { careDays: 30 }, levels: [] })).toEqual([
      { pointer: '/levels', reason: 'must not be shorter than 1' },
    ])
  })

  it('are refused once for a day that is no day', () => {
    expect(refusals({ assessedOn: 'tomorrow', levels: [{ level: 'L1' }] })).toHaveLength(1)
  })

  it('are refused without a word of what was sent', () => {
    const secret = 'Jane-Smith-1948'
    const found = refusals({
      assessedOn: secret,
      patient: { [secret]: 1, painScale: secret, qualityOfLifeNote: `${secret}\u0000` },
      levels: [{ level: secret, cause: secret }],
    })
    expect(found.length).toBeGreaterThan(4)
    expect(JSON.stringify(found)).not.toContain(secret)
  })

  it('cannot change once they are accepted', () => {
    const findings = Findings.parse({
      assessedOn,
      patient: { careModalities: ['bracing'] },
      levels: [{ level: 'L1' }],
    })
    const frozen = [
      findings,
      findings.patient,
      findings.patient?.careModalities,
      findings.levels,
      findings.levels[0],
    ]
    expect(frozen.every(Object.isFrozen)).toBe(true)
  })
})
