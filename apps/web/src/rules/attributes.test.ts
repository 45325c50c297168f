import { expect, it } from 'vitest'
import { attributesOfRecord } from './attributes.ts'

it('no name, MRN, sex or birth date is a fact, so that no rule can read it', () => {
  const { facts, notFacts } = attributesOfRecord()
  expect(facts).toEqual([])
  expect(notFacts.toSorted()).toEqual(['birthDate', 'familyName', 'givenName', 'mrn', 'sex'])
})
