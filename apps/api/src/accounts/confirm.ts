import type { FastifyRequest } from 'fastify'
import { Refused } from '../problems.ts'
import { whoOf } from '../who.ts'
import type { AccountStore } from './store.ts'
import type { SignInThrottle } from './throttle.ts'

/** Makes the check that whoever is signed in has typed their own password again; a wrong one counts as a failed sign-in. */
export const confirmer =
  (accounts: AccountStore, throttle: SignInThrottle) =>
  async (request: FastifyRequest, password: string): Promise<void> => {
    const { accountId, username } = whoOf(request)
    const found = await throttle.counted(username, request.ip, async () => {
      const who = await accounts.withPassword(username, password)
      return who?.accountId === accountId ? who : null
    })
    if (found) return
    const reason = 'is not your password; type it again'
    throw new Refused('wrong-password', { errors: [{ pointer: '/password', reason }] })
  }
