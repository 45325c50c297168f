import type { SignOffs } from '@kyphoscreen/api/contract'
import { ruleset } from '@kyphoscreen/rules'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { Loaded } from '../loaded.tsx'
import { usePrintIdentifiers } from '../print-identifiers.ts'
import { signOffsQuery, useReading } from '../reading.ts'
import { atlas } from './atlas.ts'
import { AttributesPart } from './attributes-part.tsx'
import { CriteriaPart } from './criteria-part.tsx'
import { ConflictsPart, LimitsPart, NumbersPart, RemarksPart } from './numbers-part.tsx'
import { SignOffPart } from './sign-off-part.tsx'
import { VersionsPart } from './versions-part.tsx'
import './rules.css'

const places = {
  'sign-off': 'Sign-off',
  criteria: 'Criteria',
  numbers: 'Numbers',
  conflicts: 'Where the sources differ',
  remarks: 'Red flags, cautions, advisories',
  limits: 'Limits',
  attributes: 'What is read of a patient',
  versions: 'Versions',
}

const { id, version, hash } = ruleset

/** The rules for everybody who works with them: what is asked, by which reading, what they cannot know, and who signed them off. */
export function RulesPage() {
  const signOffs = useQuery(signOffsQuery)
  const reading = useReading(ruleset)
  usePrintIdentifiers(`Kyphoscreen rules ${version} · ${hash}`)
  return (
    <div className="page rules">
      <title>Rules · Kyphoscreen</title>
      <div className="page-head">
        <div>
          <h1>Rules</h1>
          <p className="lede">
            {id} {version}. {reading}
          </p>
        </div>
        <div className="actions">
          <Link className="button" to="/rules/atlas">
            Decision atlas
          </Link>
          <button type="button" className="button" onClick={() => print()}>
            Print
          </button>
        </div>
      </div>
      <nav className="rules-places no-print" aria-label="On this page">
        {Object.entries(places).map(([place, says]) => (
          <a key={place} href={`#${place}`}>
            {says}
          </a>
        ))}
      </nav>
      <Loaded query={signOffs} what="who signed off the rules">
        {(read: SignOffs) => <SignOffPart {...read} />}
      </Loaded>
      <CriteriaPart tables={atlas().criteria} />
      <NumbersPart />
      <ConflictsPart />
      <RemarksPart />
      <LimitsPart />
      <AttributesPart />
      <VersionsPart signOffs={signOffs.data?.signOffs} />
    </div>
  )
}
