import type { SignOff } from '@kyphoscreen/api/contract'
import { ruleset, writeDay } from '@kyphoscreen/rules'
import { RulesTable } from './rules-table.tsx'

type Signed = { signOffs: readonly SignOff[] | undefined }

const SignedBy = ({ of, hash, signOffs }: { of: string; hash: string } & Signed) => {
  if (signOffs === undefined) return <span className="fine">not known just now</span>
  const made = signOffs.filter((one) => one.ruleset.version === of && one.ruleset.hash === hash)
  if (made.length === 0) return <>nobody: a draft reading</>
  return (
    <>
      {made.map(({ id, signedBy, signedAt, withdrawn }) => (
        <span key={id} className="lines">
          {signedBy.displayName}, {writeDay(signedAt.slice(0, 10))}
          {withdrawn ? `, withdrawn ${writeDay(withdrawn.at.slice(0, 10))}` : ''}
        </span>
      ))}
    </>
  )
}

/** Every version there was, what it changed, and who signed it off. */
export const VersionsPart = ({ signOffs }: Signed) => (
  <section className="card" aria-labelledby="versions">
    <h2 id="versions">Versions</h2>
    <RulesTable
      caption="Versions of the rules, newest first"
      heads={['Version', 'Released', 'What changed', 'Signed off by', 'Hash of its answers']}
      rows={ruleset.releases.toReversed().map(({ version, hash, releasedOn, changed }) => ({
        id: version,
        name: version === ruleset.version ? `${version}, in force` : version,
        cells: [
          writeDay(releasedOn),
          changed,
          <SignedBy key="signed" of={version} hash={hash} signOffs={signOffs} />,
          <code key="hash" className="rules-hash">
            {hash}
          </code>,
        ],
      }))}
    />
  </section>
)
