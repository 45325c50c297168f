import { questions, readersOfFacts, ruleset } from '@kyphoscreen/rules'
import { criteria } from '../../packages/rules/src/criteria.ts'
import { type Explained, examplesOf } from './examples.ts'
import { citations, codes, table } from './markdown.ts'
import { outcomesInOrder, outcomesOfPairs } from './outcomes-in-order.ts'

const standingNow =
  '**Take this for a draft reading.** Whether a surgeon has signed this version off is told by the running product, under *Rules*; a page made from the code cannot know.'

const opening = `# The criteria, as the running rules read them

This page is made from the rules by \`npm run docs:criteria\`; don't edit it. Every status, example and outcome below is the answer of the rules themselves.

Ruleset \`${ruleset.id}\`, version ${ruleset.version} (\`${ruleset.hash}\`). ${standingNow}

${ruleset.documents.map(({ id, describes }) => `- **${id}**: ${describes}`).join('\n')}

A status is \`met\`, \`not-met\`, \`needs-review\` (the facts are known and a person must weigh them) or \`unknown\` (a needed fact is not recorded). A fact that is absent is not recorded: never zero, never false, never met.`

function criterionSection(criterion: (typeof criteria)[number], index: number): string {
  const explained: Explained = criterion
  const examples = examplesOf(explained)
  const rows = Object.keys(explained.reasons).map((code) => {
    const { status = '', because = '' } = examples.get(code) ?? {}
    return [`\`${code}\``, status, because]
  })
  return `### ${index + 1}. ${criterion.requires}

\`${criterion.id}\`, judged for ${criterion.scope === 'level' ? 'each level' : 'the patient'}; ${citations(criterion.sources)}.

**How we read it.** ${criterion.reading}

Needs ${codes(criterion.needs)}; considers ${codes(criterion.considers)}.

${table(['reason', 'status', 'for example'], rows)}`
}

const policySection = () =>
  table(
    ['number', 'value', 'origin', 'meaning'],
    ruleset.policy.map(({ name, value, unit, origin, sources, means }) => [
      `\`${name}\``,
      `${value} ${unit}`,
      sources.length > 0 ? `${origin}, ${citations(sources)}` : origin,
      means,
    ]),
  )

const outcomeSection = () => {
  const { names, rows } = outcomesOfPairs()
  return `The outcome of a level; the first clause that applies decides.

${table(
  ['', 'when', 'outcome'],
  outcomesInOrder().map(({ when, outcome }, index) => [`${index + 1}`, when, `\`${outcome}\``]),
)}

The outcome of a screening with two levels; more levels add up in the same way.

${table(
  ['one level', ...names],
  rows.map((row, index) => [`**${names[index]}**`, ...row]),
)}`
}

function factSection(): string {
  const rows = readersOfFacts().map(({ fact, ofLevel, criteria: judged, parts }) => [
    `\`${fact}\``,
    ofLevel ? 'level' : 'patient',
    questions[fact].question,
    [...judged.map((id) => `\`${id}\``), ...parts].join(', ') || 'nothing: kept as evidence',
  ])
  return table(['fact', 'of the', 'question', 'read by'], rows)
}

const remarks = (list: readonly { id: string; says: string }[]) =>
  table(
    ['id', 'says'],
    list.map(({ id, says }) => [`\`${id}\``, says]),
  )

const cited = (list: typeof ruleset.conflicts) =>
  table(
    ['id', 'says', 'source'],
    list.map(({ id, says, sources }) => [`\`${id}\``, says, citations(sources)]),
  )

const redFlagSection = () =>
  table(
    ['fact', 'says', 'urgent'],
    ruleset.redFlags.map(({ fact, says, urgent }) => [`\`${fact}\``, says, urgent ? 'yes' : 'no']),
  )

/** Writes the whole page from the running rules. */
export const criteriaPage = (): string =>
  `${[
    opening,
    '## Criteria',
    ...criteria.map(criterionSection),
    '## Numbers',
    policySection(),
    '## Outcomes, in order',
    outcomeSection(),
    '## Red flags: to the surgeon whenever recorded as true',
    redFlagSection(),
    '## Cautions: for the surgeon to weigh, never an exclusion',
    remarks(ruleset.cautions),
    '## Advisories: to keep in mind, changing no outcome',
    cited(ruleset.advisories),
    '## Where the sources differ',
    cited(ruleset.conflicts),
    '## Facts, and what reads them',
    factSection(),
  ].join('\n\n')}\n`
