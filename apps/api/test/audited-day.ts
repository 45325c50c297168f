import type { Role } from '../src/contract.ts'
import { blindFirstKey } from '../src/decisions/blind-first.ts'
import { decided } from './a-decision.ts'
import { signedOff } from './a-sign-off.ts'
import { cells } from './access-cells.ts'
import { draft, type Known, prepare, requestOf } from './access-requests.ts'
import { type RunningApp, recorded } from './running-app.ts'
import { listAsked } from './worklist-asked.ts'

/** A day of work that every route is asked in as it should be: who is there, and what it is about. */
export type Day = { running: RunningApp; known: Known; cookies: Record<Role, string> }

/** A request of the day, and by which role it is made. */
export type Asked = Awaited<ReturnType<typeof requestOf>> & { as: string | undefined; role: Role }

const roles = ['surgeon', 'navigator', 'admin'] as const satisfies Role[]

/** Records what the surgeon thought of a screening, so that its outcome is withheld from them no more. */
async function thoughtOf({ owner }: RunningApp, screeningId: string): Promise<void> {
  const { id: authorId } = await owner.account.findUniqueOrThrow({ where: { username: 'surgeon' } })
  await owner.impression.create({ data: { screeningId, authorId, kind: 'defer' } })
}

/** Begins a day at a clinic that works blind first. */
export async function dayOf(running: RunningApp): Promise<Day> {
  const cookies = {
    surgeon: await running.signIn('surgeon'),
    navigator: await running.signIn('navigator'),
    admin: await running.signIn('admin'),
  }
  const known = await prepare(running, cookies.surgeon)
  const { id: changedById } = await running.owner.account.findFirstOrThrow()
  await thoughtOf(running, known.screeningId)
  const data = { key: blindFirstKey, value: true, changedById }
  await running.owner.clinicSetting.create({ data })
  return { running, known, cookies }
}

const roleOf = (route: string): Role =>
  roles.find((role) => cells[route]?.[role] !== 403) ?? 'admin'

type Part = Partial<Pick<Asked, 'as' | 'role' | 'url' | 'body'>>

const aView = async ({ running, cookies }: Day, name: string): Promise<Part> => {
  const body = { name, query: listAsked('open') }
  const kept = await running.send('POST', '/api/views', { as: cookies.surgeon, body })
  return { url: `/api/views/${kept.json().id}`, body: { ...body, name: `${name} again` } }
}

const byNavigator = async ({ cookies: { navigator: as } }: Day): Promise<Part> => ({
  as,
  role: 'navigator',
})

/** What some routes need that others do without. */
const particulars: Record<string, (day: Day, asked: Asked) => Promise<Part>> = {
  'POST /api/session': async () => ({ as: undefined }),
  'DELETE /api/session': async ({ running }) => ({ as: await running.signIn('surgeon') }),
  'GET /api/patients/:id/draft': async ({ running, cookies: { surgeon: as } }, { url }) => {
    await running.send('PUT', url, { as, body: draft })
    return {}
  },
  'GET /api/decisions/:id/receipt': async ({ running, known, cookies: { surgeon } }) => {
    const screening = await recorded(running, surgeon, known.patientId)
    await thoughtOf(running, screening.id)
    const { id } = await decided(running, surgeon, screening.id)
    return { url: `/api/decisions/${id}/receipt` }
  },
  'POST /api/screenings/:id/impression': async ({ running, known, cookies: { navigator } }) => {
    const { id } = await recorded(running, navigator, known.patientId)
    return { url: `/api/screenings/${id}/impression` }
  },
  'POST /api/ruleset/sign-offs/:id/withdrawal': async ({ running, cookies: { surgeon } }) => {
    const { id } = await signedOff(running, surgeon)
    return { url: `/api/ruleset/sign-offs/${id}/withdrawal` }
  },
  'POST /api/evaluations': byNavigator,
  'GET /api/referrals/:id/reply': byNavigator,
  'PUT /api/views/:id': (day) => aView(day, 'To change'),
  'DELETE /api/views/:id': async (day) => ({ ...(await aView(day, 'To go')), body: undefined }),
  'POST /api/referrals/assign': async ({ running }, { body }) => {
    const where = { username: 'navigator' }
    const { id: ownerId } = await running.owner.account.findUniqueOrThrow({ where })
    return { body: { ...Object(body), ownerId } }
  },
}

/** Gives the request of a route as it should be asked, after what it needs was made. */
export async function askedOn(day: Day, route: string): Promise<Asked> {
  const { running, known, cookies } = day
  const role = roleOf(route)
  const maker = cookies.surgeon
  const request = await requestOf(running, route, { maker, known, refused: false })
  const asked = { ...request, as: cookies[role], role }
  return { ...asked, ...(await particulars[route]?.(day, asked)) }
}
