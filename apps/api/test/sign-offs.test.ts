import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signOffOf } from '../src/contract.ts'
import {
  sendSignOff,
  sendWithdrawal,
  signedOff,
  signOff,
  signOffsRead,
  withdrawal,
} from './a-sign-off.ts'
import { toldBy } from './audited.ts'
import { quickHash } from './quick-hash.ts'
import { password, type RunningApp, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let colleague: string
let admin: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  admin = await running.signIn('admin')
  const passwordHash = quickHash(password)
  const data = { username: 'other', displayName: 'An invented colleague', role: 'surgeon' } as const
  await running.owner.account.create({ data: { ...data, passwordHash } })
  colleague = await running.signIn('other' as 'surgeon')
})
afterAll(() => running.close())

beforeEach(async () => {
  running.clock.pass(0.01)
  const { inForce, signOffs } = await signOffsRead(running, as)
  const standing = signOffOf(signOffs, inForce)
  if (standing) await sendWithdrawal(running, as, standing.id)
  running.clock.pass(0.01)
})

const inForce = async () =>
  (await running.send('GET', '/api/ruleset', { as })).json().signedOff?.signedBy.displayName ?? null

const kindOf = (answer: { json: () => { type: string } }) => answer.json().type.split(':').at(-1)

describe('a sign-off', () => {
  it('is kept with who, when, the version and the note, and is told of with the rules', async () => {
    expect(await inForce()).toBeNull()
    const answer = await sendSignOff(running, as)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      ruleset: signOff.ruleset,
      note: signOff.note,
      signedAt: running.clock.now().toISOString(),
      signedBy: { displayName: 'An invented surgeon', role: 'surgeon' },
      withdrawn: null,
    })
    expect(await inForce()).toBe('An invented surgeon')
    const { signOffs } = await signOffsRead(running, admin)
    expect(signOffs[0]).toEqual(answer.json())
  })

  it('is refused of another version than the one in force', async () => {
    for (const other of [{ version: '1.0.0' }, { hash: 'sha256:0' }, { id: 'others' }]) {
      const ruleset = { ...signOff.ruleset, ...other }
      const answer = await sendSignOff(running, as, { ...signOff, ruleset })
      expect([answer.statusCode, kindOf(answer)]).toEqual([409, 'other-rules-in-force'])
    }
    expect(await inForce()).toBeNull()
  })

  it('is refused with a wrong password, a blank note or no note, and stores nothing', async () => {
    const wrong = await sendSignOff(running, as, { ...signOff, password: 'a guess of another' })
    expect([wrong.statusCode, wrong.json().errors[0].pointer]).toEqual([403, '/password'])
    for (const note of ['', '   ', undefined, 'x'.repeat(2001)]) {
      const answer = await sendSignOff(running, as, { ...signOff, note })
      expect([answer.statusCode, answer.json().errors[0].pointer]).toEqual([422, '/note'])
    }
    expect(await inForce()).toBeNull()
    expect(running.lines.join('')).not.toContain(password)
  })

  it('is one of two that surgeons send at once, and the other is told', async () => {
    const answers = await Promise.all([as, colleague].map((who) => sendSignOff(running, who)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    const refused = answers.find(({ statusCode }) => statusCode === 409)
    expect(refused && kindOf(refused)).toBe('signed-off-already')
  })

  it('is made once however often it is sent with one key, also at once', async () => {
    const keyed = { ...signOff, key: 'signed-once' }
    const answers = await Promise.all([1, 2, 3].map(() => sendSignOff(running, as, keyed)))
    const again = await sendSignOff(running, as, keyed)
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set([...answers, again].map(({ body }) => body)).size).toBe(1)
    const other = await sendSignOff(running, as, { ...keyed, note: 'Another note.' })
    expect([other.statusCode, kindOf(other)]).toEqual([422, 'key-used-otherwise'])
  })

  it('is told to the log with the version, its note sealed', async () => {
    const told = await toldBy(running, () => sendSignOff(running, as))
    const { version, hash } = signOff.ruleset
    expect(told).toHaveLength(1)
    expect(told[0]?.event).toMatchObject({
      action: 'rules-signed-off',
      on: { kind: 'sign-off' },
      ruleset: { version, hash },
    })
    expect(told[0]?.details).toEqual({ note: signOff.note })
  })
})

describe('a withdrawal', () => {
  it.each(['surgeon', 'colleague', 'admin'])(
    'is open to a %s, and keeps the sign-off',
    async (who) => {
      const { id } = await signedOff(running, as)
      const by = { surgeon: as, colleague, admin }[who] ?? ''
      const answer = await sendWithdrawal(running, by, id)
      expect(answer.statusCode).toBe(201)
      expect(answer.json()).toMatchObject({ id, withdrawn: { reason: withdrawal.reason } })
      expect(await inForce()).toBeNull()
      expect((await signOffsRead(running, as)).signOffs[0]).toEqual(answer.json())
    },
  )

  it('is taken once: a second one, also at once, is refused', async () => {
    const { id } = await signedOff(running, as)
    const answers = await Promise.all([as, admin].map((who) => sendWithdrawal(running, who, id)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    expect(kindOf(await sendWithdrawal(running, as, id))).toBe('withdrawn-already')
  })

  it('lets the version be signed off anew, and by the same key is answered the same', async () => {
    const { id } = await signedOff(running, as)
    const keyed = { ...withdrawal, key: 'withdrawn-once' }
    const first = await sendWithdrawal(running, as, id, keyed)
    running.clock.pass(0.01)
    const anew = await signedOff(running, colleague)
    expect((await sendWithdrawal(running, as, id, keyed)).body).toBe(first.body)
    expect(await inForce()).toBe('An invented colleague')
    expect(anew.id).not.toBe(id)
  })

  it('is refused with a wrong password, and of what was never signed', async () => {
    const { id } = await signedOff(running, as)
    const body = { ...withdrawal, password: 'a guess of another' }
    expect((await sendWithdrawal(running, admin, id, body)).statusCode).toBe(403)
    const nowhere = '0199a0a0-0000-7000-8000-000000000000'
    expect((await sendWithdrawal(running, as, nowhere)).statusCode).toBe(404)
    expect(await inForce()).toBe('An invented surgeon')
  })
})

describe('the database', () => {
  const insert = (ruleset: string, follows: string) =>
    running.owner.$executeRawUnsafe(`
      INSERT INTO "SignOff" ("id", "rulesetId", "rulesetVersion", "rulesetHash", "note", "followsId", "authorId")
      SELECT gen_random_uuid(), 'documented-criteria', ${ruleset}, 'n', ${follows}, "id" FROM "Account" LIMIT 1`)

  it('lets no second sign-off stand on a version, and none follow one of another version', async () => {
    const { id } = await signedOff(running, as)
    await sendWithdrawal(running, as, id)
    const { version, hash } = signOff.ruleset
    const same = `'${version}', '${hash}'`
    await expect(insert(same, 'NULL')).rejects.toThrow(/unique/i)
    await expect(insert(`'9.9.9', 'h'`, `'${id}'`)).rejects.toThrow(/foreign key/i)
    const standing = await signedOff(running, as)
    await expect(insert(same, `'${standing.id}'`)).rejects.toThrow(/foreign key/i)
  })
})
