import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { type AppSettings, buildApp } from '../src/app.ts'
import type { Patient, Role, Screening } from '../src/contract.ts'
import { checkDeclared } from './declared-answers.ts'
import { type FreshDatabase, freshDatabase } from './fresh-database.ts'
import { quickHash } from './quick-hash.ts'

/** The password of every account made here. */
export const password = 'seven calm herons wade'

const roles = ['surgeon', 'navigator', 'admin'] as const satisfies Role[]

/** A clock that moves only when it is told to. */
export class StillClock {
  #now = new Date('2026-11-21T09:00:00Z')
  readonly now = (): Date => new Date(this.#now)
  /** Lets minutes pass. */
  pass(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000)
  }
}

/** What is sent, and by whom. */
export type Sent = { as?: string | undefined; body?: unknown; headers?: Record<string, string> }

/** The app on a database of its own, with one account a role, and what a test needs of it. */
export type RunningApp = FreshDatabase & {
  app: FastifyInstance
  clock: StillClock
  lines: string[]
  /** Sends a request and checks that its route declares the answer. */
  send: (method: string, url: string, sent?: Sent) => Promise<LightMyRequestResponse>
  signIn: (username: Role) => Promise<string>
}

/** Makes one account a role, each named after its role. */
export async function makeAccounts({ owner }: Pick<FreshDatabase, 'owner'>): Promise<void> {
  const passwordHash = quickHash(password)
  await owner.account.createMany({
    data: roles.map((role) => ({
      username: role,
      displayName: `An invented ${role}`,
      role,
      passwordHash,
    })),
  })
}

/** Gives the cookie that an answer sets, as a browser would send it back. */
export const cookieOf = (answer: LightMyRequestResponse): string => {
  const [cookie] = answer.cookies
  return cookie ? `${cookie.name}=${cookie.value}` : ''
}

/** Starts the app of a test file. */
export async function runningApp(settings: Partial<AppSettings> = {}): Promise<RunningApp> {
  const fresh = await freshDatabase()
  await makeAccounts(fresh)
  const clock = new StillClock()
  const lines: string[] = []
  const auditFolder = join(tmpdir(), `kyphoscreen-audit-${randomUUID()}`)
  const app = await buildApp({
    database: fresh.database,
    databaseUrl: fresh.appUrl,
    clock: clock.now,
    publicUrl: undefined,
    webFolder: '/nowhere',
    log: { write: (line) => void lines.push(line) },
    audit: { folder: auditFolder },
    mostDelayMs: 20_000,
    ...settings,
  })
  const send = async (method: string, url: string, { as, body, headers }: Sent = {}) => {
    const answer = await app.inject({
      method: method as NonNullable<InjectOptions['method']>,
      url,
      headers: { ...(as && { cookie: as }), ...headers },
      ...(body !== undefined && { payload: body as object }),
    })
    checkDeclared(app, method, url, answer)
    return answer
  }
  const signIn = async (username: Role) =>
    cookieOf(await send('POST', '/api/session', { body: { username, password } }))
  const close = async () => {
    await app.close()
    await fresh.close()
    await rm(auditFolder, { recursive: true, force: true })
  }
  return { ...fresh, app, clock, lines, send, signIn, close }
}

/** An invented patient to register. */
export const newPatient = () => ({
  mrn: `MRN-${randomUUID().slice(0, 8)}`,
  familyName: 'Quillfeather',
  givenName: 'Odile',
  birthDate: '1948-04-05',
  sex: 'female' as const,
})

/** Findings that meet every documented criterion. */
export const meetingFindings = {
  assessedOn: '2026-11-21',
  patient: {
    ageYears: 78,
    painScore: 8,
    painScale: 'NRS-0-10',
    painFromFracture: true,
    qualityOfLifeLimited: true,
    careModalities: ['pain-medication'],
    careStartedOn: '2026-10-28',
    careResponse: 'failed',
  },
  levels: [
    {
      level: 'L1',
      onsetOn: '2026-10-20',
      mriPerformedOn: '2026-11-10',
      mriFinding: 'acute',
      retropulsion: 'none',
    },
  ],
} as const

/** Registers an invented patient. */
export const registered = async ({ send }: RunningApp, as: string): Promise<Patient> =>
  (await send('POST', '/api/patients', { as, body: newPatient() })).json()

/** Records a screening of a patient. */
export const recorded = async (
  { send }: RunningApp,
  as: string,
  patientId: string,
): Promise<Screening> =>
  (
    await send('POST', '/api/screenings', { as, body: { patientId, findings: meetingFindings } })
  ).json()
