import { Refused } from '../problems.ts'

const limits = {
  windowMilliseconds: 15 * 60_000,
  failuresOfAccountFromAddress: 10,
  failuresFromAddress: 100,
  remembered: 10_000,
} as const

type Tries = { count: number; since: number }

/**
 * Limits how often signing in may fail: ten times for an account from one address and a hundred times
 * from one address, each in a quarter of an hour. From another address the account stays open.
 */
export function signInThrottle(clock: () => Date) {
  const tries = new Map<string, Tries>()

  const running = (key: string, now: number): Tries => {
    const known = tries.get(key)
    if (known && now - known.since < limits.windowMilliseconds) return known
    const fresh = { count: 0, since: now }
    tries.delete(key)
    tries.set(key, fresh)
    const [oldest] = tries.keys()
    if (tries.size > limits.remembered && oldest !== undefined) tries.delete(oldest)
    return fresh
  }

  const limited = (username: string, address: string, now: number) => [
    { ...limitOf(limits.failuresFromAddress), tries: running(JSON.stringify([address]), now) },
    {
      ...limitOf(limits.failuresOfAccountFromAddress),
      tries: running(JSON.stringify([address, username]), now),
    },
  ]

  return {
    /** Counts a try before its password is checked, and refuses it when too many have failed. */
    admit(username: string, address: string): void {
      const now = clock().getTime()
      const all = limited(username, address, now)
      for (const { most, tries: found } of all) {
        if (found.count < most) continue
        const left = found.since + limits.windowMilliseconds - now
        throw new Refused('too-many-tries', { retryAfterSeconds: Math.ceil(left / 1000) })
      }
      for (const { tries: found } of all) found.count += 1
    },

    /** Takes back what a try counted, for it was right. */
    succeeded(username: string, address: string): void {
      const [ofAddress, ofAccount] = limited(username, address, clock().getTime())
      if (ofAddress) ofAddress.tries.count = Math.max(0, ofAddress.tries.count - 1)
      if (ofAccount) ofAccount.tries.count = 0
    },
  }
}

const limitOf = (most: number) => ({ most })

export type SignInThrottle = ReturnType<typeof signInThrottle>
