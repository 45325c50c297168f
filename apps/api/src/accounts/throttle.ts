import { Refused } from '../problems.ts'

const limits = {
  windowMilliseconds: 15 * 60_000,
  failuresOfAccountFromAddress: 10,
  failuresFromAddress: 100,
  remembered: 10_000,
} as const

type Tries = { count: number; since: number }

type Limited = { most: number; tries: Tries }

/** Remembers tries by a key for a quarter of an hour, and the latest ten thousand keys at most. */
function memoryOfTries() {
  const kept = new Map<string, Tries>()
  return (key: string, now: number): Tries => {
    const known = kept.get(key)
    if (known && now - known.since < limits.windowMilliseconds) return known
    const fresh = { count: 0, since: now }
    kept.delete(key)
    kept.set(key, fresh)
    const [oldest] = kept.keys()
    if (kept.size > limits.remembered && oldest !== undefined) kept.delete(oldest)
    return fresh
  }
}

function refuseTooMany({ most, tries }: Limited, now: number): void {
  if (tries.count < most) return
  const left = tries.since + limits.windowMilliseconds - now
  throw new Refused('too-many-tries', { retryAfterSeconds: Math.ceil(left / 1000) })
}

/**
 * Limits how often signing in may fail: ten times for an account from one address and a hundred times
 * from one address, each in a quarter of an hour. From another address the account stays open.
 */
export function signInThrottle(clock: () => Date) {
  const triesOf = memoryOfTries()

  return {
    /**
     * Makes a try unless too many have failed. It counts from its start, so that many at once count
     * each; a try that is right, or that the server could not check, is taken back.
     */
    async counted<Found>(
      username: string,
      address: string,
      attempt: () => Promise<Found | null>,
    ): Promise<Found | null> {
      const now = clock().getTime()
      const ofAddress = triesOf(JSON.stringify([address]), now)
      const ofAccount = triesOf(JSON.stringify([address, username]), now)
      refuseTooMany({ most: limits.failuresFromAddress, tries: ofAddress }, now)
      refuseTooMany({ most: limits.failuresOfAccountFromAddress, tries: ofAccount }, now)
      ofAddress.count += 1
      ofAccount.count += 1
      const takeBack = () => {
        ofAddress.count -= 1
        ofAccount.count -= 1
      }
      const found = await attempt().catch((error: unknown) => {
        takeBack()
        throw error
      })
      if (found === null) return null
      takeBack()
      ofAccount.count = 0
      return found
    },
  }
}

export type SignInThrottle = ReturnType<typeof signInThrottle>
