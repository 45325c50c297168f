import { type CriterionResult, type FactRead, questions, readersOfFacts } from '@kyphoscreen/rules'
import { useState } from 'react'
import { criterionWords } from '../result/wording.ts'
import { attributesOfRecord, isRead } from './attributes.ts'
import { RulesTable } from './rules-table.tsx'

const recordWords: Readonly<Record<string, string>> = {
  mrn: 'MRN',
  familyName: 'family name',
  givenName: 'given name',
  birthDate: 'birth date',
  sex: 'sex',
}

const listed = (names: readonly string[]) =>
  names.map((name) => recordWords[name] ?? name).join(', ')

const readBy = ({ criteria, parts }: FactRead) =>
  [...criteria.map((id: CriterionResult['id']) => criterionWords[id]), ...parts].join(', ')

/** Which attributes of a patient any rule can read, found from the rules themselves. */
export function AttributesPart() {
  const [facts] = useState(readersOfFacts)
  const { notFacts } = attributesOfRecord()
  const read = facts.filter(isRead)
  const unread = facts.filter((one) => !isRead(one))
  return (
    <section className="card" aria-labelledby="attributes">
      <h2 id="attributes">What of a patient the rules can read</h2>
      <p>
        Found from the rules themselves: what the criteria declare, and what changes a result when
        it is changed. <b>No rule can read</b> the {listed(notFacts)}: they are kept with the
        patient and are no facts, so a screening never holds them. The age, in years, is a fact.
      </p>
      <RulesTable
        caption="Facts that are read"
        heads={['Fact', 'Of the', 'Read by']}
        rows={read.map((one) => ({
          id: one.fact,
          name: questions[one.fact].short,
          cells: [one.ofLevel ? 'level' : 'patient', readBy(one)],
        }))}
      />
      <p>
        Kept as evidence, and read by nothing:{' '}
        {unread.map(({ fact }) => questions[fact].short).join(', ')}.
      </p>
    </section>
  )
}
