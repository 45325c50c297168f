import { Link } from 'react-router'
import { Failed } from './ui/failed.tsx'

/** Shown in place of a page that failed; whatever was saved is still on the server. */
export const PageFailed = () => (
  <div className="page page-narrow">
    <title>Something went wrong · Kyphoscreen</title>
    <h1 className="visually-hidden">Page not shown</h1>
    <Failed
      heading="This page could not be shown"
      says="Something failed in this browser. What was saved is still on the server. Load the page again; if it happens again, tell support."
      onTryAgain={() => location.reload()}
    />
  </div>
)

/** Shown for an address that leads nowhere. */
export function NotFound() {
  return (
    <div className="page page-narrow">
      <title>Not found · Kyphoscreen</title>
      <h1>This page does not exist</h1>
      <p>
        Check the address, or <Link to="/">go to the start</Link>.
      </p>
    </div>
  )
}
