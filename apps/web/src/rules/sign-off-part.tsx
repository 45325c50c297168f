import {
  type RulesetVersion,
  type SignOff,
  type SignOffs,
  signOffOf,
} from '@kyphoscreen/api/contract'
import { ruleset } from '@kyphoscreen/rules'
import { type ReactNode, useState } from 'react'
import { Link } from 'react-router'
import { writeInstant } from '../instant.ts'
import { useWho } from '../session.ts'
import { Notice } from '../ui/notice.tsx'
import { Opened } from '../ui/opened.tsx'
import { SignOffForm, WithdrawForm } from './sign-off-form.tsx'

const Signed = ({ signOff }: { signOff: SignOff }) => {
  const { ruleset: of, note, signedAt, signedBy, withdrawn } = signOff
  return (
    <article className="sign-off" data-withdrawn={withdrawn !== null}>
      <h3>
        Version {of.version}: {withdrawn ? 'signed off, and withdrawn' : 'signed off'}
      </h3>
      <p className="prose">{note}</p>
      <p className="fine">
        {signedBy.displayName}, {signedBy.role}, {writeInstant(signedAt)}
      </p>
      {withdrawn ? (
        <>
          <p className="prose">Withdrawn: {withdrawn.reason}</p>
          <p className="fine">
            {withdrawn.by.displayName}, {withdrawn.by.role}, {writeInstant(withdrawn.at)}
          </p>
        </>
      ) : null}
    </article>
  )
}

type ActProps = { label: string; form: (close: () => void) => ReactNode; done: string }

const Act = ({ label, form, done }: ActProps) => (
  <div className="no-print stack-close">
    <p role="status" className="fine">
      {done}
    </p>
    <Opened label={label}>{form}</Opened>
  </div>
)

function Acts({ inForce, standing }: { inForce: RulesetVersion; standing: SignOff | undefined }) {
  const { role } = useWho()
  const [done, setDone] = useState('')
  const ending = (close: () => void, says: string) => ({
    onCancel: close,
    onRecorded: () => {
      setDone(says)
      close()
    },
  })
  if (standing) {
    return role === 'navigator' ? null : (
      <Act
        key="withdraw"
        label="Withdraw this sign-off…"
        done={done}
        form={(close) => (
          <WithdrawForm signOff={standing} {...ending(close, 'The sign-off is withdrawn.')} />
        )}
      />
    )
  }
  return role === 'surgeon' ? (
    <Act
      key="sign"
      label="Sign off this version…"
      done={done}
      form={(close) => (
        <SignOffForm ruleset={inForce} {...ending(close, 'The version is signed off.')} />
      )}
    />
  ) : null
}

const isShown = ({ version, hash }: RulesetVersion) =>
  version === ruleset.version && hash === ruleset.hash

/** Whether the version in force is signed off, every sign-off there was, and for a surgeon the way to sign. */
export function SignOffPart({ inForce, signOffs }: SignOffs) {
  const standing = signOffOf(signOffs, inForce)
  if (!isShown(inForce)) {
    return (
      <Notice tone="failure" heading="This page shows other rules than the server’s">
        The server answers by version {inForce.version}, this page was loaded with {ruleset.version}
        . Reload it before you rely on what it says.
      </Notice>
    )
  }
  return (
    <section className="card" aria-labelledby="sign-off">
      <h2 id="sign-off">Sign-off</h2>
      <p>
        {standing
          ? `Version ${inForce.version} is signed off by ${standing.signedBy.displayName}.`
          : `Version ${inForce.version} is a draft reading, not signed off. Every result says so until a surgeon signs.`}{' '}
        <Link to="/rules/atlas">Decision atlas: the whole rule set as tables</Link>
      </p>
      <Acts inForce={inForce} standing={standing} />
      {signOffs.map((signOff) => (
        <Signed key={signOff.id} signOff={signOff} />
      ))}
    </section>
  )
}
