import { Link, useRouteError } from 'react-router'
import { Failed } from './ui/failed.tsx'

const notLoaded = /dynamically imported|module script|Importing a module/i

/** Shown in place of a page that failed or could not be loaded; whatever was saved is still on the server. */
export function PageFailed() {
  const error = useRouteError()
  const offline = error instanceof TypeError && notLoaded.test(error.message)
  return (
    <div className="page page-narrow">
      <title>Something went wrong · Kyphoscreen</title>
      <h1 className="visually-hidden">Page not shown</h1>
      <Failed
        heading={offline ? 'This page could not be loaded' : 'This page could not be shown'}
        says={
          offline
            ? 'The server cannot be reached. Check the connection, then load the page again.'
            : 'Something failed in this browser. What was saved is still on the server. Load the page again; if it happens again, tell support.'
        }
        onTryAgain={() => location.reload()}
      />
    </div>
  )
}

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
