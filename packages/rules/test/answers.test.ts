import { describe, expect, it } from 'vitest'
import { answersTo, levelAnswers, patientAnswers, recordAnswer } from '../src/answers.ts'
import type { Seen } from '../src/criterion.ts'
import { LevelFacts, PatientFacts } from '../src/facts.ts'

const seen: Seen = {
  assessedOn: '2026-11-21',
  patient: { painScore: 3 },
  level: { mriFinding: 'chronic', mriMarrowEdema: true, mriPerformedOn: '2026-10-01' },
  oldestFractureDays: 60,
}

const firstAnswer = (fact: 'mriFinding' | 'retropulsion' | 'careStartedOn') => {
  const [answer] = answersTo(fact)
  if (answer === undefined) throw new Error('a fact has answers')
  return answer
}

describe('the classes of answers to a fact', () => {
  it('are each stood for by a value that can be recorded', () => {
    const ofLevels = Object.values(levelAnswers).flat()
    const ofPatients = Object.values(patientAnswers).flat()
    const read = [
      ...ofLevels.map(({ recorded }) => LevelFacts.safeParse({ level: 'L1', ...recorded })),
      ...ofPatients.map(({ recorded }) => PatientFacts.safeParse(recorded)),
    ]
    expect(read.filter(({ success }) => !success)).toEqual([])
  })
})

describe('recording an answer', () => {
  it('puts a new MRI in the place of the older one', () => {
    expect(recordAnswer(seen, 'mriFinding', firstAnswer('mriFinding')).level).toEqual({
      mriFinding: 'acute',
    })
  })

  it('about the canal leaves the MRI as it is', () => {
    const { level, patient } = recordAnswer(seen, 'retropulsion', firstAnswer('retropulsion'))
    expect([level, patient]).toEqual([{ ...seen.level, retropulsion: 'none' }, seen.patient])
  })

  it('about the patient leaves the level as it is', () => {
    const { level, patient } = recordAnswer(seen, 'careStartedOn', firstAnswer('careStartedOn'))
    expect([level, patient]).toEqual([seen.level, { ...seen.patient, careDays: 0 }])
  })
})
