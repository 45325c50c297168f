import { setTimeout as pause } from 'node:timers/promises'
import type { Import } from '../src/contract.ts'
import type { RunningApp } from './running-app.ts'

/** An invented row by column; it meets every documented criterion. */
export const usualRow = {
  mrn: 'INV-1',
  familyName: 'Quillfeather',
  givenName: 'Odile',
  birthDate: '1948-04-05',
  sex: 'female',
  externalId: 'R-1',
  referrerName: 'Dr. A. Invented',
  phone: '+1 555 0142',
  receivedOn: '2026-11-20',
  reason: 'Back pain since a fall, please assess',
  priority: 'soon',
  painScore: '8',
  painScale: 'NRS-0-10',
  painFromFracture: 'yes',
  qualityOfLifeLimited: 'true',
  careModalities: 'physical-therapy pain-medication',
  careDays: '24',
  careResponse: 'failed',
  level1: 'L1',
  'level1.onsetOn': '2026-10-20',
  'level1.mriPerformedOn': '2026-11-10',
  'level1.mriFinding': 'acute',
  'level1.retropulsion': 'none',
}

type Cells = Partial<Record<keyof typeof usualRow, string>>

/** The header of the usual columns. */
export const header = Object.keys(usualRow).join(',')

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** Writes an invented row of a CSV. */
export const rowOf = (cells: Cells = {}): string =>
  Object.values({ ...usualRow, ...cells })
    .map(quoted)
    .join(',')

/** A file of one invented row. */
export const importFile = `${header}\n${rowOf()}\n`

/** What its columns tell. */
export const importMapping = {
  columns: Object.keys(usualRow).map((column) => ({ column, to: column })),
}

/** Sends a request, and again while the server says that it is busy. */
export const sendPatiently = async (
  running: RunningApp,
  ...request: Parameters<RunningApp['send']>
) => {
  for (;;) {
    const answer = await running.send(...request)
    if (answer.statusCode !== 503) return answer
    await pause(500)
  }
}

/** Signs a navigator in, and again while the server says that it is busy. */
export const navigatorOf = async ({ signIn }: RunningApp): Promise<string> => {
  for (;;) {
    const as = await signIn('navigator')
    if (as !== '') return as
    await pause(500)
  }
}

/** Uploads a file. */
export const upload = (running: RunningApp, as: string, file: string | Buffer, type = 'text/csv') =>
  sendPatiently(running, 'POST', '/api/imports', {
    as,
    body: file,
    headers: { 'content-type': type },
  })

/** Uploads a file that is taken. */
export const uploaded = async (
  running: RunningApp,
  as: string,
  file: string | Buffer,
  type?: string,
): Promise<Import> => {
  const answer = await upload(running, as, file, type)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** Waits until an import or its dry run has ended. */
export const finished = async (running: RunningApp, as: string, id: string): Promise<Import> => {
  for (;;) {
    const now: Import = (await sendPatiently(running, 'GET', `/api/imports/${id}`, { as })).json()
    if (now.state !== 'checking' && now.state !== 'importing') return now
    await pause(30)
  }
}

const steps = { tried: 'dry-run', ran: 'run' } as const

const ended =
  (step: keyof typeof steps) =>
  async (running: RunningApp, as: string, file: string | Buffer, type?: string) => {
    const { id } = await uploaded(running, as, file, type)
    const answer = await sendPatiently(running, 'POST', `/api/imports/${id}/${steps[step]}`, { as })
    if (answer.statusCode !== 202) throw new Error(answer.body)
    return finished(running, as, id)
  }

/** Uploads a file and runs its import to the end. */
export const ran = ended('ran')

/** Uploads a file and tries its import without storing anything. */
export const tried = ended('tried')

/** Gives the lines of an import's errors, without the header. */
export const errorsOf = async (running: RunningApp, as: string, { id }: Import) => {
  const { body } = await sendPatiently(running, 'GET', `/api/imports/${id}/errors`, { as })
  return body.split('\r\n').slice(1, -1)
}
