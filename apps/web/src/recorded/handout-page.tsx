import type { Patient } from '@kyphoscreen/api/contract'
import { consentRisks, handout, type PatientStatement, writeDay } from '@kyphoscreen/rules'
import { Link, useOutletContext, useParams } from 'react-router'
import { writeName } from '../facts/write-patient.ts'
import { usePrintIdentifiers } from '../print-identifiers.ts'
import { usePrintNoted } from '../print-noted.ts'
import { writeSources } from '../result/sources.tsx'
import './recorded.css'

type PartProps = { heading: string; intro?: string; of: readonly PatientStatement[] }

const allSources = (of: readonly PatientStatement[]) => {
  const cited = of.flatMap(({ sources }) => sources)
  return cited.filter(
    ({ document, paragraph }, index) =>
      cited.findIndex((one) => one.document === document && one.paragraph === paragraph) === index,
  )
}

const Part = ({ heading, intro, of }: PartProps) => (
  <section className="handout-part">
    <h2>{heading}</h2>
    {intro ? <p>{intro}</p> : null}
    <ul>
      {of.map(({ says }) => (
        <li key={says}>{says}</li>
      ))}
    </ul>
    <p className="fine">From {writeSources(allSources(of))}</p>
  </section>
)

/** A handout for the patient in plain words, to be printed and gone through together. */
export function HandoutPage() {
  const patient = useOutletContext<Patient>()
  const { screeningId = '' } = useParams()
  usePrintIdentifiers(
    `${writeName(patient)} · born ${writeDay(patient.birthDate)} · MRN ${patient.mrn}`,
  )
  usePrintNoted('handout', screeningId)
  return (
    <article className="handout">
      <title>Patient handout · Kyphoscreen</title>
      <p className="back">
        <Link to={`/patients/${patient.id}/screenings/${screeningId}`}>Back to the screening</Link>
      </p>
      <div className="page-head">
        <h1>About kyphoplasty</h1>
        <div className="actions">
          <button type="button" className="button button-main" onClick={() => print()}>
            Print
          </button>
        </div>
      </div>
      <p>
        This page is for you to take home. Whether kyphoplasty is right for you is decided by you
        and your surgeon together.
      </p>
      <Part heading="What it is" of={handout.whatItIs} />
      <Part heading="Afterwards" of={handout.afterwards} />
      <Part
        heading="Risks to talk about"
        intro="Every procedure has risks. Ask your surgeon what each of these means for you."
        of={consentRisks}
      />
      <Part heading="If the fracture is not treated" of={handout.notTreating} />
    </article>
  )
}
