import type { Import, ImportCounts, ImportState } from '@kyphoscreen/api/contract'

/** Where an import is, in words. */
export const importStateWords = {
  staged: 'Waits for its dry run',
  checking: 'Dry run under way',
  checked: 'Waits to be imported',
  importing: 'Importing',
  done: 'Imported',
  cancelled: 'Cancelled',
  failed: 'Failed',
} as const satisfies Record<ImportState, string>

const number = new Intl.NumberFormat('en-US')

/** Writes a count with its noun, `1 row`, `1,234 rows`. */
export const writeMany = (count: number, one: string, many = `${one}s`): string =>
  `${number.format(count)} ${count === 1 ? one : many}`

const units = ['bytes', 'kB', 'MB', 'GB'] as const

/** Writes a number of bytes in the unit that suits it, `12.3 MB`. */
export function writeBytes(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const value = bytes / 1000 ** power
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`
}

/** Gives how much is done in whole percent; 100 only when all of it is. */
export const percentOf = (done: number, all: number): number =>
  all === 0 ? 0 : Math.floor((100 * Math.min(done, all)) / all)

/** Says what became of the rows so far, `1,200 rows read: 1,100 imported, 60 already here, 40 refused`. */
export const writeSoFar = ({ rows, imported, skipped, refused }: ImportCounts): string =>
  `${writeMany(rows, 'row')} read: ${number.format(imported)} imported, ${number.format(skipped)} already here, ${number.format(refused)} refused`

/** Says what an ended import stored. */
export function writeStored({ counts }: Pick<Import, 'counts'>): string {
  if (counts === null || counts.imported === 0) return 'Nothing was stored.'
  return `${writeMany(counts.imported, 'referral')} stored before that stay.`
}

/** True while the server reads a file in the background. */
export const isRunning = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'checking' || state === 'importing'
