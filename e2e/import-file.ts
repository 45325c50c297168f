import { header, rowOf, usualRow } from '../apps/api/test/imported.ts'
import { daysAgo } from './referrals.ts'

type Cells = Parameters<typeof rowOf>[0]

const recent: Cells = {
  receivedOn: daysAgo(1),
  'level1.onsetOn': daysAgo(32),
  'level1.mriPerformedOn': daysAgo(11),
}

/** A CSV of invented referrals as a file to choose; each row differs from the usual one in some cells. */
export const csvFile = (rows: readonly Cells[], columns: string = header) => ({
  name: 'referrals.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([columns, ...rows.map((cells) => rowOf({ ...recent, ...cells }))].join('\n')),
})

/** The cells that make a row another patient's referral. */
export const another = (id: string): Cells => ({ mrn: `INV-${id}`, externalId: `R-${id}` })

/** A column that no documented name is like, in place of one that is needed. */
export const columnsWith = (column: keyof typeof usualRow, name: string): string =>
  Object.keys(usualRow)
    .map((usual) => (usual === column ? name : usual))
    .join(',')
