import { Link } from 'react-router'
import { Notice } from '../ui/notice.tsx'

/** Says to whom imports belong. */
export const NotYourRole = () => (
  <Notice>
    Navigators and admins import referrals; your role reads them in the{' '}
    <Link to="/worklist">worklist</Link>.
  </Notice>
)
