import { randomUUID } from 'node:crypto'
import { meetingFindings, newPatient } from '../../../apps/api/test/running-app.ts'
import { type Act, type Acting, anybody, done, recorder, type Screened, surgeon } from './acting.ts'

/** Registers a patient. */
export const register: Act = async (acting) => {
  await acting.clinic.does({
    as: recorder(acting),
    send: ['POST', '/patients', newPatient()],
    status: 201,
    told: ({ body }) => {
      acting.patients.push(body.id)
      return [{ action: 'patient-registered', on: `patient/${body.id}`, patient: body.id }]
    },
  })
}

/** Records a screening. */
export const screen: Act = async (acting) => {
  const patient = acting.chance.of(acting.patients)
  await acting.clinic.does({
    as: recorder(acting),
    send: ['POST', '/screenings', { patientId: patient, findings: meetingFindings }],
    status: 201,
    told: ({ body: { id } }) => {
      acting.screenings.push({ id, patientId: patient, decision: null })
      return [{ action: 'screening-recorded', on: `screening/${id}`, patient }]
    },
  })
}

/** Records a screening and asks the same once more: only the first is told. */
const screenTwice: Act = async (acting) => {
  const patient = acting.chance.of(acting.patients)
  const asked = {
    as: recorder(acting),
    send: ['POST', '/screenings', { patientId: patient, findings: meetingFindings }] as const,
    headers: { 'idempotency-key': randomUUID() },
    status: 201,
  }
  const { body } = await acting.clinic.does({
    ...asked,
    told: ({ body: { id } }) => [{ action: 'screening-recorded', on: `screening/${id}`, patient }],
  })
  await acting.clinic.does({ ...asked, told: () => [] })
  acting.screenings.push({ id: body.id, patientId: patient, decision: null })
}

const kinds = {
  plan: { kind: 'plan-kyphoplasty', levels: ['L1'], note: null, reason: null },
  against: {
    kind: 'not-pursued',
    note: null,
    reason: { group: 'patient-preference', code: 'declines-procedure', text: null },
  },
}

/** What is sent to decide, with a password. */
export const decisionOn = (
  { chance }: Pick<Acting, 'chance'>,
  { decision }: Pick<Screened, 'decision'>,
  password: string | undefined,
) => ({ ...chance.of(Object.values(kinds)), replaces: decision, password })

const decide: Act = async (acting) => {
  const screening = acting.chance.of(acting.screenings)
  const { id: on, patientId: patient, decision: before } = screening
  const body = decisionOn(acting, screening, acting.clinic.passwords.get(surgeon))
  await acting.clinic.does({
    as: surgeon,
    send: ['POST', `/screenings/${on}/decisions`, body],
    status: 201,
    told: ({ body: { id } }) => {
      screening.decision = id
      const action = before === null ? 'decision-recorded' : 'decision-replaced'
      return [{ action, on: `decision/${id}`, patient, reason: body.reason?.code ?? null }]
    },
  })
}

const receipt: Act = (acting) => {
  const { id, patientId: patient, decision } = acting.chance.of(acting.screenings)
  const [kind, which] =
    decision === null ? (['screening', id] as const) : (['decision', decision] as const)
  const told = { action: 'receipt-made', on: `${kind}/${which}`, patient } as const
  return acting.clinic.does(done(anybody(acting), ['GET', `/${kind}s/${which}/receipt`], told))
}

const print: Act = (acting) => {
  const { id, patientId: patient } = acting.chance.of(acting.screenings)
  const how = acting.chance.of(['printed', 'copied'])
  const kind = acting.chance.of(['screening', 'handout', 'note'])
  const told = {
    action: how === 'printed' ? 'print' : 'copy',
    on: `${kind}/${id}`,
    patient,
  } as const
  const send = ['POST', '/prints', { kind, id, how }] as const
  return acting.clinic.does(done(anybody(acting), send, told, 204))
}

const draft: Act = async (acting) => {
  const patient = acting.chance.of(acting.patients)
  const as = recorder(acting)
  const about = { on: 'draft/*', patient } as const
  const path = `/patients/${patient}/draft`
  const { does } = acting.clinic
  await does(
    done(as, ['PUT', path, { form: { painScore: '8' } }], { action: 'draft-saved', ...about }),
  )
  await does(done(as, ['GET', path], { action: 'draft-viewed', ...about }))
  await does(done(as, ['DELETE', path], { action: 'draft-discarded', ...about }, 204))
  await does({ as, send: ['GET', path], status: 404, told: () => [] })
}

/** Recording and taking out, each with how often it is done beside the others. */
export const recording: readonly [times: number, act: Act][] = [
  [5, register],
  [6, screen],
  [2, screenTwice],
  [7, decide],
  [3, receipt],
  [4, print],
  [2, draft],
]
