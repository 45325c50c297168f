import { addDays, type Findings, type LevelFacts } from '@kyphoscreen/rules'
import { importTargets } from '../../apps/api/src/contract.ts'
import { type Chance, chanceFrom } from '../chance.ts'
import { cohortOf } from '../cohort.ts'

const families = ['Quillfeather', 'Ashgrove', 'Tamsinett', 'Brackenrow', 'Oddlestone', 'Vellacott']
const givens = ['Odile', 'Ferris', 'Maribel', 'Tobin', 'Ingrith', 'Wendeline', 'Corvin', 'Lisbet']
const referrers = ['Dr. A. Invented', 'Dr. B. Madeup', 'Dr. C. Fictive']
const reasons = [
  'Back pain since a fall at home, worse on standing; please assess.',
  'Sudden pain on lifting, cannot sleep. Sent with report, see attached',
  'Known low bone density, new fracture on imaging, pain despite brace',
]
const usualRows = 1000

/** The columns of the invented file, in order. */
export const columns: readonly string[] = importTargets.filter(
  (name) => !['priority', 'dueOn', 'qualityOfLifeNote', 'earlyException'].includes(name),
)

const written = (value: unknown): string => {
  if (value === undefined) return ''
  const text = Array.isArray(value) ? value.join(' ') : String(value)
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const levelCells = ({ level, ...facts }: LevelFacts, place: number) => {
  const name = `level${place + 1}`
  const told = Object.entries(facts).map(([fact, value]) => [`${name}.${fact}`, value])
  return { [name]: level, ...Object.fromEntries(told) }
}

const rowOf = (number: number, { patient, levels }: Findings, chance: Chance): string => {
  const id = String(number).padStart(8, '0')
  const cells: Record<string, unknown> = {
    ...patient,
    ...Object.assign({}, ...levels.map(levelCells)),
    mrn: `INV-${id}`,
    familyName: chance.oneOf('Sorrelby', ...families),
    givenName: chance.oneOf('Anneth', ...givens),
    birthDate: addDays('1930-01-01', chance.whole(0, 12_000)),
    sex: chance.oneOf('female', 'female', 'male'),
    externalId: `R-${id}`,
    referrerName: chance.oneOf('Dr. D. Pretend', ...referrers),
    organisation: 'Invented Practice',
    phone: `555 01${chance.whole(10, 99)}`,
    receivedOn: addDays('2026-11-21', -chance.whole(0, 5)),
    reason: chance.oneOf('Please screen', ...reasons),
  }
  return `${columns.map((name) => written(cells[name])).join(',')}\n`
}

/** Gives the lines of an invented file of referrals, the header first, a thousand at a time; the same every time. */
export function* csvOf(rows: number): Generator<string> {
  yield `${columns.join(',')}\n`
  for (let from = 0; from < rows; from += usualRows) {
    const size = Math.min(usualRows, rows - from)
    const chance = chanceFrom(from + 1)
    const cohort = cohortOf({ size, seed: from, missing: 'as referrals do' })
    yield cohort.map((findings, index) => rowOf(from + index + 1, findings, chance)).join('')
  }
}
