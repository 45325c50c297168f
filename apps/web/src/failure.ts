import { RequestFailed } from './request.ts'

const minutes = (seconds: number) => {
  const whole = Math.ceil(seconds / 60)
  return `${whole} ${whole === 1 ? 'minute' : 'minutes'}`
}

const byStatus: Record<number, string> = {
  403: 'Your role may not do this.',
  404: 'It is not there. Check the address, or go back and open it again.',
  409: 'It exists already.',
  413: 'There is more text than can be stored. Shorten it and try again.',
  503: 'The server is busy or starting. Try again in a moment.',
}

/** Says in one or two sentences why something could not be done, and what to do next. */
export function explain(error: unknown): string {
  if (!(error instanceof RequestFailed)) {
    return 'Something went wrong on this page. Reload it; if it happens again, tell support.'
  }
  const { failure } = error
  switch (failure.kind) {
    case 'unreachable':
      return 'The server cannot be reached. Check the connection and try again.'
    case 'too-slow':
      return 'The server took too long to answer. Try again in a moment.'
    case 'unreadable':
      return 'The server’s reply could not be read. Reload the page; if it happens again, tell support.'
    case 'signed-out':
      return 'You are signed out. Sign in and try again.'
    case 'refused': {
      if (failure.problem.status === 429) {
        return `Too many tries. Wait ${minutes(failure.retryAfterSeconds ?? 60)} and try again.`
      }
      const known = byStatus[failure.problem.status]
      if (known) return known
      const reference = `Reference ${failure.problem.requestId}.`
      return failure.problem.status >= 500
        ? `The server could not do this. Try again; if it happens again, tell support. ${reference}`
        : `The server refused this: ${failure.problem.detail} ${reference}`
    }
  }
}
