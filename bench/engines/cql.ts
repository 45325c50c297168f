import { readFileSync } from 'node:fs'
import {
  CqlTranslator,
  createModelInfoProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm'
import type { Findings, Outcome } from '@kyphoscreen/rules'
import { Executor, Library, PatientSource } from 'cql-execution'
import { type LevelAnswer, outcomeOfLevels } from '../screening-outcome.ts'
import type { DecisionList, When } from './decision-list.ts'
import { inputKinds, inputsOf } from './inputs.ts'
import type { Policy } from './policy.ts'

const systemTypes = new URL('../../packages/rules/test/oracle/system-types.xml', import.meta.url)

function conditionOf(when: When): string {
  if ('all' in when) return `(${when.all.map(conditionOf).join(' and ')})`
  if ('any' in when) return `(${when.any.map(conditionOf).join(' or ')})`
  if ('absent' in when) return `I.${when.absent} is null`
  const value = `I.${when.is}`
  if ('equal' in when) {
    return `${value} = ${typeof when.equal === 'string' ? `'${when.equal}'` : when.equal}`
  }
  if ('oneOf' in when) return `(${when.oneOf.map((one) => `${value} = '${one}'`).join(' or ')})`
  if ('below' in when) return `${value} < ${when.below}.0`
  return 'from' in when ? `${value} >= ${when.from}.0` : `${value} > ${when.over}.0`
}

const choice = ({ clauses, otherwise }: DecisionList) =>
  `case ${clauses.map(([when, gives]) => `when ${conditionOf(when)} then '${gives}'`).join(' ')} else '${otherwise}' end`

function libraryText({ criteria, outcome }: Policy): string {
  const kinds = Object.entries(inputKinds).map(([name, kind]) => `${name} ${kind}`)
  const names = Object.keys(inputKinds).map((name) => `${name}: I.${name}`)
  const standings = criteria.map((list) => `${list.name}: ${choice(list)}`)
  return `library Bench version '1.0.0'
parameter "Inputs" List<Tuple{${kinds.join(', ')}}>
context Unfiltered
define "Standings": "Inputs" I return all Tuple{${[...names, ...standings].join(', ')}}
define "Answers": "Standings" I return all Tuple{canal: I.canal, outcome: ${choice(outcome)}}`
}

function translated(policy: Policy): Library {
  const models = new ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider(() => stringAsSource(readFileSync(systemTypes, 'utf8'))),
  )
  const cql = CqlTranslator.fromText(libraryText(policy), new LibraryManager(models))
  return new Library(
    JSON.parse(cql.toJson(), (key, value) => (key === 'localId' ? undefined : value)),
  )
}

const libraries = new WeakMap<Policy, Library>()

/** A policy is translated once; translating takes the longest by far. */
function libraryOf(policy: Policy): Library {
  const library = libraries.get(policy) ?? translated(policy)
  libraries.set(policy, library)
  return library
}

const nothingRecorded = Object.fromEntries(Object.keys(inputKinds).map((name) => [name, null]))

/** cql-execution: the policy translated from CQL once; a screening is one run over its levels, absent facts being nulls. */
export function cql(policy: Policy) {
  const library = libraryOf(policy)
  const answersFor = async (findings: Findings): Promise<LevelAnswer[]> => {
    const inputs = findings.levels.map((level) => ({
      ...nothingRecorded,
      ...inputsOf(findings, level),
    }))
    const executor = new Executor(library, undefined, { Inputs: inputs })
    const { unfilteredResults } = await executor.exec(new PatientSource([]))
    return unfilteredResults['Answers']
  }
  return async (cohort: readonly Findings[]): Promise<Outcome[]> => {
    const outcomes: Outcome[] = []
    for (const findings of cohort) {
      const answers = await answersFor(findings)
      outcomes.push(outcomeOfLevels(findings.levels, (_, at) => answers[at] as LevelAnswer))
    }
    return outcomes
  }
}
