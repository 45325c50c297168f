import type { Referral, Role } from '../src/contract.ts'
import { etagOf } from '../src/referrals/if-match.ts'
import { plan } from './a-decision.ts'
import { expected, newReferral, receivedReferral, sendChange, toDo } from './a-referral.ts'
import { signOff, withdrawal } from './a-sign-off.ts'
import { auditAsked, figuresAsked } from './audit-asked.ts'
import { importFile, importMapping, uploaded } from './imported.ts'
import {
  meetingFindings,
  newPatient,
  password,
  type RunningApp,
  recorded,
  registered,
} from './running-app.ts'
import { letter, report } from './told-evidence.ts'
import { listAsked } from './worklist-asked.ts'

/** A draft of a screening. */
export const draft = { form: { painScore: '8' } }

/** What the requests of the table are about. */
export type Known = {
  patientId: string
  screeningId: string
  referral: Referral
  navigator: string
}

/** Makes a patient with a screening and a referral, and a draft of each role. */
export async function prepare(running: RunningApp, as: string): Promise<Known> {
  const patientId = (await registered(running, as)).id
  const screeningId = (await recorded(running, as, patientId)).id
  const accounts = await running.owner.account.findMany()
  await running.owner.draft.createMany({
    data: accounts.map(({ id }) => ({ accountId: id, patientId, ...draft })),
  })
  const navigator = await running.signIn('navigator')
  return {
    patientId,
    screeningId,
    referral: await freshReferral(running, as, { patientId, url: '/:documentId/:taskId/rulings' }),
    navigator,
  }
}

/** What a route needs a referral to have, by what its address holds. */
const needed = [
  ['/:documentId', '/documents', expected()],
  ['/:taskId', '/tasks', toDo],
  ['/screenings', '/evidence', letter],
  ['/rulings', '/evidence', letter],
  ['/repl', '/evidence', letter],
] as const

/** A referral that nobody else changes, with what a route needs it to have. */
async function freshReferral(
  running: RunningApp,
  as: string,
  asked: { patientId: string; url: string },
) {
  let referral = await receivedReferral(running, as, { patientId: asked.patientId })
  for (const [part, path, body] of needed) {
    if (!asked.url.includes(part)) continue
    referral = (await sendChange(running, as, referral, ['POST', path, body])).json<Referral>()
  }
  return referral
}

const bodyOf = (route: string, { patientId }: Known, { id, version, facts }: Referral): unknown =>
  ({
    'POST /api/session': { username: 'surgeon' satisfies Role, password },
    'POST /api/patients': newPatient(),
    'POST /api/patients/search': { text: 'Quill' },
    'POST /api/evaluations': meetingFindings,
    'POST /api/screenings': { patientId, findings: meetingFindings },
    'POST /api/screenings/:id/decisions': plan,
    'POST /api/screenings/:id/impression': { kind: 'defer', note: null },
    'PUT /api/settings': { blindFirst: false },
    'POST /api/ruleset/sign-offs': signOff,
    'POST /api/ruleset/sign-offs/:id/withdrawal': withdrawal,
    'PUT /api/patients/:id/draft': draft,
    'POST /api/referrals': newReferral(patientId),
    'PATCH /api/referrals/:id': { priority: 'urgent' },
    'POST /api/referrals/:id/steps': { to: 'in-triage', why: 'it is complete' },
    'POST /api/referrals/:id/notes': { text: 'rang twice' },
    'POST /api/referrals/:id/documents': expected(),
    'PATCH /api/referrals/:id/documents/:documentId': { receivedOn: '2026-11-21' },
    'POST /api/referrals/:id/tasks': toDo,
    'PATCH /api/referrals/:id/tasks/:taskId': { done: true },
    'POST /api/referrals/:id/evidence': report('acute'),
    'POST /api/referrals/:id/rulings': {
      evidenceId: facts[0]?.evidence[0]?.id,
      fact: facts[0]?.fact,
      level: facts[0]?.level,
      kind: 'withdrawn',
      reason: 'another patient’s letter',
    },
    'POST /api/referrals/:id/replies': { text: 'Please send it.', by: 'copied', followUp: null },
    'POST /api/imports': importFile,
    'PUT /api/imports/:id/mapping': importMapping,
    'POST /api/prints': { kind: 'patient', id: patientId, how: 'printed' },
    'POST /api/referrals/search': { ...listAsked('open'), size: 50, page: 'first' },
    'POST /api/audit/search': { ...auditAsked(), page: 'newest' },
    'POST /api/audit/figures': figuresAsked(),
    'POST /api/audit/figures/export': { asked: figuresAsked(), table: 'missing' },
    'POST /api/audit/export': { ...auditAsked(), format: 'csv' },
    'POST /api/referrals/tiles': { owner: 'me' },
    'POST /api/referrals/export': listAsked('open'),
    'POST /api/views': { name: 'Mine', query: listAsked('open', { owner: 'me' }) },
    'PUT /api/views/:id': { name: 'Mine', query: listAsked('done') },
    'POST /api/referrals/news': { ...listAsked('open'), since: '0' },
    'POST /api/referrals/assign': { referrals: [{ id, version }], ownerId: null },
  })[route]

const addressOf = (
  url: string,
  { patientId, screeningId }: Known,
  { referral, importId }: { referral: Referral; importId: string },
) => {
  const of = { screenings: screeningId, referrals: referral.id, imports: importId }[
    url.split('/')[2] ?? ''
  ]
  return url
    .replace(':id', of ?? patientId)
    .replace(':documentId', referral.documents[0]?.id ?? '')
    .replace(':taskId', referral.tasks[0]?.id ?? '')
    .replace(':sequence', '1')
    .replace('/static/*', '/static/swagger-ui.css')
    .replace('/replay/screenings', '/replay/screenings?list=changed&page=1')
}

/** Gives a request that a route answers well; `maker` is signed in to prepare what it is about, unless nobody is let through to it. */
export async function requestOf(
  running: RunningApp,
  route: string,
  { maker, known, refused }: { maker: string; known: Known; refused: boolean },
) {
  const [method = '', url = ''] = route.split(' ')
  const referral =
    url.startsWith('/api/referrals') && !refused
      ? await freshReferral(running, maker, { patientId: known.patientId, url })
      : known.referral
  const importId =
    url.startsWith('/api/imports/:id') && !refused
      ? (await uploaded(running, known.navigator, importFile)).id
      : known.referral.id
  return {
    method,
    url: addressOf(url, known, { referral, importId }),
    body: bodyOf(route, known, referral),
    headers: {
      ...(url.startsWith('/api/referrals') && { 'if-match': etagOf(referral) }),
      ...(route === 'POST /api/imports' && { 'content-type': 'text/csv' }),
    },
  }
}
