import { Link } from 'react-router'
import { mayImport, useWho } from '../session.ts'
import { ChooseFile } from './choose-file.tsx'
import { ImportList } from './import-list.tsx'
import { NotYourRole } from './not-your-role.tsx'
import './imports.css'

const Steps = () => (
  <>
    <p className="lede">
      Upload a file, look at how it is read, try it, then import it. A referral that is here already
      is skipped, so a file can be imported again.
    </p>
    <ChooseFile />
    <ImportList />
  </>
)

/** Where a file of referrals is chosen, and earlier imports are found again. */
export function ImportsPage() {
  const who = useWho()
  return (
    <div className="page page-narrow">
      <title>Import referrals · Kyphoscreen</title>
      <p>
        <Link to="/worklist">Back to the worklist</Link>
      </p>
      <h1>Import referrals</h1>
      {mayImport(who) ? <Steps /> : <NotYourRole />}
    </div>
  )
}
