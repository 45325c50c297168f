import { setTimeout as pause } from 'node:timers/promises'
import { auditAsked, figuresAsked } from '../../../apps/api/test/audit-asked.ts'
import { listAsked } from '../../../apps/api/test/worklist-asked.ts'
import { type Act, admin, anybody, done } from './acting.ts'

type Entry = { sequence: number; patient: { id: string } | null }

const searchLog: Act = async (acting) => {
  const patientId = acting.chance.of([null, acting.chance.of(acting.patients)])
  await acting.clinic.does({
    as: admin,
    send: ['POST', '/audit/search', { ...auditAsked({ patientId }), page: 'newest' }],
    status: 200,
    told: ({ body }) => [
      {
        action: 'audit-viewed',
        patient: patientId,
        shown: body.entries.flatMap(({ patient }: Entry) => patient?.id ?? []),
      },
    ],
  })
}

const exportEvents: Act = (acting) => {
  const format = acting.chance.of(['csv', 'fhir'])
  const send = ['POST', '/audit/export', { ...auditAsked(), format }] as const
  return acting.clinic.does(done(admin, send, { action: 'export', on: `audit-log/${format}` }))
}

const figures: Act = ({ clinic }) =>
  clinic.does(
    done(admin, ['POST', '/audit/figures', figuresAsked()], {
      action: 'report-viewed',
      on: 'report/figures',
    }),
  )

const keepView: Act = (acting) =>
  acting.clinic.does({
    as: anybody(acting),
    send: ['POST', '/views', { name: `List ${acting.next()}`, query: listAsked('open') }],
    status: 201,
    told: ({ body }) => [{ action: 'view-changed', on: `view/${body.id}` }],
  })

/** Turns blind first on and off again. */
export const settings: Act = async ({ clinic }) => {
  const told = { action: 'setting-changed', on: 'setting/*' } as const
  for (const blindFirst of [true, false]) {
    await clinic.does(done(admin, ['PUT', '/settings', { blindFirst }], told))
  }
}

/** Checks the whole log and waits for the end of it, which is when it is told. */
export const verify: Act = async ({ clinic }) => {
  const told = { action: 'audit-verified', on: 'log/*' } as const
  await clinic.does(done(admin, ['POST', '/audit/verify'], told, 202))
  for (let checking = true; checking; ) {
    const asked = { as: admin, send: ['GET', '/audit/integrity'], status: 200 } as const
    await pause(100)
    checking = (await clinic.does({ ...asked, told: () => [] })).body.checking
  }
  for (const entry of clinic.expected.slice(-1)) entry.to = Date.now()
}

/** Administering, each with how often it is done beside the others. */
export const administering: readonly [times: number, act: Act][] = [
  [3, searchLog],
  [1, exportEvents],
  [1, figures],
  [1, keepView],
]
