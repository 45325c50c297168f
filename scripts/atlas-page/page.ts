import { type Atlas, makeAtlas, ruleset } from '@kyphoscreen/rules'
import { table } from '../criteria-page/markdown.ts'

const requires = new Map(ruleset.criteria.map(({ id, requires: asked }) => [id, asked]))
const saysOf = new Map<string, string>(ruleset.cautions.map(({ id, says }) => [id, says]))

const opening = `# The decision atlas: the whole rule set as tables

This page is made from the rules by \`npm run docs:atlas\`; don't edit it. Every combination of classes was put to the running rules, and the answers were condensed into rows: each combination that can be stands in exactly one row of its table, so that the rows can be read in any order. The page *Rules → Decision atlas* of the product is the same, to be printed and signed off.

Ruleset \`${ruleset.id}\`, version ${ruleset.version} (\`${ruleset.hash}\`). Take it for a draft reading unless the product says who signed it off.

*any*: the row holds whatever this is. *·* parts classes that are answered alike. Facts that contradict each other are refused before anything is judged.`

const cells = (when: readonly (string | undefined)[]) => when.map((words) => words ?? '*any*')

const counted = (combinations: number, rows: number) =>
  `${combinations} combinations in ${rows} rows.`

function criterionSection({ id, asks, combinations, rows }: Atlas['criteria'][number], at: number) {
  const written = rows.map(({ when, status, notYet, code, because }) => [
    ...cells(when),
    `**${notYet ? 'not-met yet' : status}** \`${code}\``,
    because,
  ])
  return `## ${at + 1}. ${requires.get(id)}

\`${id}\`. ${counted(combinations, rows.length)}

${table([...asks, 'status and reason', 'in words, for example'], written)}`
}

const cautionSection = ({ asks, combinations, rows }: Atlas['cautions']) => {
  const written = rows.map(({ when, caution }) => {
    const raisedBy = asks.flatMap((ask, at) => (when[at] ? [`${ask}: ${when[at]}`] : []))
    return [`\`${caution}\``, saysOf.get(caution) ?? '', raisedBy.join('; ')]
  })
  return `## 5. Cautions

What raises each caution, whatever else is recorded. ${combinations} combinations were tried.

${table(['caution', 'says', 'raised when'], written)}`
}

const redFlagSection = () => `## 6. Red flags

Each is raised when its fact is recorded as true, and only then.

${table(
  ['fact', 'says', 'urgent'],
  ruleset.redFlags.map(({ fact, says, urgent }) => [`\`${fact}\``, says, urgent ? 'yes' : 'no']),
)}`

const outcomeSection = (heading: string, { asks, combinations, rows }: Atlas['level']) =>
  `## ${heading}

${counted(combinations, rows.length)}

${table(
  [...asks, 'outcome'],
  rows.map(({ when, outcome }) => [...cells(when), `**${outcome}**`]),
)}`

/** Writes the atlas from the running rules. */
export function atlasPage(): string {
  const { criteria, cautions, level, screening } = makeAtlas()
  return `${[
    opening,
    ...criteria.map(criterionSection),
    cautionSection(cautions),
    redFlagSection(),
    outcomeSection('7. From statuses, red flags and cautions to the outcome of a level', level),
    outcomeSection('8. From the levels to the outcome of the screening', screening),
  ].join('\n\n')}\n`
}
