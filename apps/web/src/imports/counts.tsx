import type { ImportCounts } from '@kyphoscreen/api/contract'
import { writeMany } from './wording.ts'

type CountsProps = { counts: ImportCounts; would?: boolean }

/** How many rows were imported, skipped and refused; `would` for a dry run, which stores nothing. */
export const Counts = ({ counts, would = false }: CountsProps) => (
  <dl className="facts">
    <div>
      <dt>{would ? 'Can be imported' : 'Imported'}</dt>
      <dd>{writeMany(counts.imported, 'referral')}</dd>
    </div>
    <div>
      <dt>{would ? 'New patients among them' : 'Patients registered with them'}</dt>
      <dd>{writeMany(counts.patients, 'patient')}</dd>
    </div>
    <div>
      <dt>Skipped, here already</dt>
      <dd>{writeMany(counts.skipped, 'row')}</dd>
    </div>
    <div>
      <dt>Refused</dt>
      <dd>{writeMany(counts.refused, 'row')}</dd>
    </div>
    <div>
      <dt>Read in all</dt>
      <dd>{writeMany(counts.rows, 'row')}</dd>
    </div>
  </dl>
)
