import type { ImportPreview, PreviewRow } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { writeName } from '../facts/write-patient.ts'
import { priorityWords, standingWords } from '../handling/wording.ts'

const Read = ({ referral, outcome }: Pick<PreviewRow, 'referral' | 'outcome'>) => {
  if (referral === null) return null
  const { patient, referral: told } = referral
  return (
    <>
      <p>
        <strong>{writeName(patient)}</strong> · born {writeDay(patient.birthDate)} · {patient.mrn}
      </p>
      <p className="fine">
        From {told.referrerName}, received {writeDay(told.receivedOn)}
        {told.priority ? `, ${priorityWords[told.priority].toLowerCase()}` : ''}
        {outcome ? `. Today: ${standingWords[outcome]}` : ''}
      </p>
    </>
  )
}

const Row = ({ row: { line, referral, outcome, errors } }: { row: PreviewRow }) => (
  <li>
    <p className="fine">Line {line}</p>
    <Read referral={referral} outcome={outcome} />
    {errors.map(({ column, reason }) => (
      <p className="row-wrong" key={`${column} ${reason}`}>
        Refused: {column} {reason}
      </p>
    ))}
  </li>
)

/** The first rows of a file as they are read, or what is wrong in them. */
export const FirstRows = ({ rows }: Pick<ImportPreview, 'rows'>) => (
  <section className="stack-close" aria-labelledby="first-rows">
    <h3 id="first-rows" tabIndex={-1}>
      The first rows, as they are read
    </h3>
    {rows.length === 0 ? (
      <p className="empty">The file has no row under its column names.</p>
    ) : (
      <ul className="first-rows">
        {rows.map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </ul>
    )}
  </section>
)
