import { randomUUID } from 'node:crypto'
import { type Act, type Acting, admin, navigator, refused, surgeon } from './acting.ts'

const wrongly = async ({ clinic }: Acting, username: string) => {
  const body = { username, password: 'not the password of anybody' }
  await clinic.does(refused(null, ['POST', '/session', body], [401, 'wrong-sign-in', 'signIn']))
}

/** Tries to sign in as somebody who is not there. */
export const failedSignIn: Act = (acting) => wrongly(acting, `nobody-${acting.next()}`)

/** Fails ten times for one name; the eleventh try is refused unseen. */
export const tooManyTries: Act = async (acting) => {
  for (let tries = 0; tries < 10; tries += 1) await wrongly(acting, 'somebody')
  const body = { username: 'somebody', password: 'not the password of anybody' }
  await acting.clinic.does({
    as: null,
    send: ['POST', '/session', body],
    status: 429,
    told: () => [
      {
        action: 'sign-in-failed',
        on: 'operation/signIn',
        outcome: 'refused',
        reason: 'too-many-tries',
      },
    ],
  })
}

const signIn = async ({ clinic }: Acting, username: string) => {
  const body = { username, password: clinic.passwords.get(username) }
  const told = () => [{ action: 'sign-in', who: username, on: 'session/*' } as const]
  await clinic.does({ as: null, send: ['POST', '/session', body], status: 201, told })
}

/** Signs everybody in, in the morning. */
export const morning: Act = async (acting) => {
  for (const username of [surgeon, navigator, admin]) await signIn(acting, username)
}

/** Somebody leaves and comes back. */
export const outAndIn: Act = async (acting) => {
  const as = acting.chance.of([surgeon, navigator, admin])
  const told = () => [{ action: 'sign-out', on: 'session/*' } as const]
  await acting.clinic.does({ as, send: ['DELETE', '/session'], status: 204, told })
  acting.clinic.forget(as)
  await signIn(acting, as)
}

/** Somebody signs in without having signed out: the session before is replaced. */
export const replaced: Act = async (acting) => {
  const as = acting.chance.of([surgeon, navigator, admin])
  await acting.clinic.does({
    as,
    send: ['POST', '/session', { username: as, password: acting.clinic.passwords.get(as) }],
    status: 201,
    told: () => [
      { action: 'session-ended', on: 'session/*', reason: 'replaced' },
      { action: 'sign-in', on: 'session/*' },
    ],
  })
}

const unseenPaths = [
  ['GET', '/patients/:id', 'readPatient'],
  ['GET', '/patients/:id/screenings', 'readHistory'],
  ['GET', '/patients/:id/referrals', 'readPatientReferrals'],
  ['GET', '/people', 'listPeople'],
  ['GET', '/imports', 'listImports'],
  ['GET', '/audit/log', 'exportLog'],
  ['GET', '/settings', 'readSettings'],
] as const

/** Somebody who is not signed in asks; each operation is told once a minute, so each is asked once. */
export const strangers: Act = async ({ clinic }) => {
  for (const [method, path, operation] of unseenPaths) {
    const send = [method, path.replace(':id', randomUUID())] as const
    await clinic.does(refused(null, send, [401, 'signed-out', operation]))
  }
}

/** Changes an account from making it to disabling it; its sessions end, which the next request finds out. */
export const accounts: Act = async (acting) => {
  const { clinic } = acting
  const username = `locum-${acting.next()}`
  const on = 'account/*' as const
  const said = await clinic.command(`add --role navigator --username ${username}`, [
    { action: 'account-made', on },
  ])
  clinic.passwords.set(username, said.trim().split(' ').at(-1) ?? '')
  const ends = async (reason: string, operation: string, path: string) => {
    await clinic.does({
      as: username,
      send: ['GET', path],
      status: 401,
      told: () => [
        { action: 'session-ended', on: 'session/*', reason },
        {
          action: 'refusal',
          who: null,
          on: `operation/${operation}`,
          outcome: 'refused',
          reason: 'signed-out',
        },
      ],
    })
  }
  await signIn(acting, username)
  await clinic.command(`role --role surgeon --username ${username}`, [
    { action: 'account-role-changed', on },
  ])
  await ends('role-changed', 'listViews', '/views')
  await signIn(acting, username)
  await clinic.command(`disable --username ${username}`, [{ action: 'account-disabled', on }])
  await ends('account-disabled', 'readRuleset', '/ruleset')
  await clinic.command(`enable --username ${username}`, [{ action: 'account-enabled', on }])
}
