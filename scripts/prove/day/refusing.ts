import { randomUUID } from 'node:crypto'
import { auditAsked } from '../../../apps/api/test/audit-asked.ts'
import { newPatient } from '../../../apps/api/test/running-app.ts'
import { type Act, navigator, recorder, refused, surgeon } from './acting.ts'
import { decisionOn } from './recording.ts'

const notTheirs: Act = async (acting) => {
  const { id, decision } = acting.chance.of(acting.screenings)
  const body = decisionOn(acting, { decision }, 'any password at all')
  const wrong = 'not-your-role'
  const asked = [
    refused(
      navigator,
      ['POST', `/screenings/${id}/decisions`, body],
      [403, wrong, 'recordDecision'],
    ),
    refused(navigator, ['POST', '/audit/search', auditAsked()], [403, wrong, 'searchAudit']),
    refused(surgeon, ['PUT', '/settings', { blindFirst: true }], [403, wrong, 'changeSettings']),
    refused(surgeon, ['GET', '/imports'], [403, wrong, 'listImports']),
  ]
  await acting.clinic.does(acting.chance.of(asked))
}

const missing: Act = (acting) => {
  const asked = [
    [`/patients/${randomUUID()}`, 'readPatient'],
    [`/screenings/${randomUUID()}`, 'readScreening'],
    [`/referrals/${randomUUID()}`, 'readReferral'],
  ] as const
  const [path, operation] = acting.chance.of(asked)
  return acting.clinic.does(refused(recorder(acting), ['GET', path], [404, 'not-found', operation]))
}

const wrong: Act = (acting) => {
  const body = { ...newPatient(), sex: 'neither word of the list' }
  const kind = [422, 'invalid-content', 'registerPatient'] as const
  return acting.clinic.does(refused(recorder(acting), ['POST', '/patients', body], kind))
}

const known: Act = async (acting) => {
  const as = recorder(acting)
  const body = newPatient()
  await acting.clinic.does({
    as,
    send: ['POST', '/patients', body],
    status: 201,
    told: ({ body: { id } }) => [
      { action: 'patient-registered', on: `patient/${id}`, patient: id },
    ],
  })
  const again = { ...body, familyName: 'Another' }
  const kind = [409, 'mrn-taken', 'registerPatient'] as const
  await acting.clinic.does(refused(as, ['POST', '/patients', again], kind))
}

/** Decides with a password that is not the surgeon's. */
export const unconfirmed: Act = (acting) => {
  const screening = acting.chance.of(acting.screenings)
  const body = decisionOn(acting, screening, 'not the password of anybody')
  const send = ['POST', `/screenings/${screening.id}/decisions`, body] as const
  return acting.clinic.does(refused(surgeon, send, [403, 'wrong-password', 'recordDecision']))
}

/** Refusals that may be asked for any number of times. */
export const refusing: readonly [times: number, act: Act][] = [
  [3, notTheirs],
  [3, missing],
  [2, wrong],
  [2, known],
]
