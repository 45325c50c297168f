import { browserKeepsNothing } from './canaries/browser.ts'
import { canary } from './canaries/marking.ts'
import { lookInFiles } from './canaries/outside.ts'
import { askEveryRoute, type Sending } from './canaries/patient.ts'
import { type Answers, openProduct } from './canaries/product.ts'
import type { Proven } from './proven.ts'

const refusals = {
  'the database refuses a row': [
    `ALTER TABLE "Patient" ADD CONSTRAINT refuse CHECK ("familyName" NOT LIKE '${canary}%') NOT VALID`,
    'ALTER TABLE "Patient" DROP CONSTRAINT refuse',
  ],
  'the log cannot be written': [
    'ALTER TABLE "AuditEntry" ADD CONSTRAINT refuse CHECK (false) NOT VALID',
    'ALTER TABLE "AuditEntry" DROP CONSTRAINT refuse',
  ],
} as const

/** Registers a marked patient where the database itself fails, so that its own words hold the mark. */
async function whereTheDatabaseFails({ owner, send }: Sending, cookie: string) {
  for (const [before, after] of Object.values(refusals)) {
    await owner.$executeRawUnsafe(before)
    const body = {
      mrn: `${canary}-F`,
      familyName: canary,
      givenName: canary,
      birthDate: '1948-04-05',
    }
    await send({
      method: 'POST',
      url: '/api/patients',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, sex: 'female' }),
    })
    await owner.$executeRawUnsafe(after)
  }
}

const askAll = async (sending: Sending, patients: number) => {
  const cookies = {
    surgeon: await sending.signIn('surgeon'),
    navigator: await sending.signIn('navigator'),
    admin: await sending.signIn('admin'),
  }
  let asked = 0
  for (let number = 0; number < patients; number += 1) {
    asked += await askEveryRoute(number, cookies, sending)
  }
  await whereTheDatabaseFails(sending, cookies.surgeon)
  const where = { familyName: { startsWith: canary } }
  return { asked, kept: await sending.owner.patient.count({ where }) }
}

const byStatus = ({ byStatus: counts }: Answers) =>
  [...counts]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status} ${count}`)
    .join(', ')

/** Sends marked patients through every route and every refusal, and looks for the marks everywhere but in the database. */
export async function prove(patients = 200): Promise<Proven> {
  const product = await openProduct()
  const { answers } = product
  const { asked, kept } = await askAll(product.sending, patients).finally(product.stop)
  const { files, holding } = await lookInFiles([product.folder, product.temporary])
  await product.remove()
  const browser = await browserKeepsNothing()
  const said = product.said().split('\n')
  const hits = said.filter((line) => line.includes(canary))
  const all = [hits, holding, answers.echoes]
  return {
    holds: kept >= patients && browser && all.every(({ length }) => length === 0),
    lines: [
      ...[...new Set(answers.echoes)]
        .slice(0, 10)
        .map((echo) => `gave back what was sent: ${echo}`),
      ...holding.map((file) => `holds a mark: ${file}`),
      `${kept} marked patients stored, ${asked} requests about them, answers by status: ${byStatus(answers)}`,
      `${said.length} lines on stdout and stderr: ${hits.length} with a mark`,
      `${files} files beside the database's own (its log, temporary files, the audit folder): ${holding.length} with a mark`,
      `${answers.echoes.length} refusals or headers with a mark`,
      `a browser's addresses, titles, storage and caches: ${browser ? 'no patient data' : 'PATIENT DATA'}`,
    ],
  }
}
