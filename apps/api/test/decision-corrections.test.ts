import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { against, decided, decisionsOf, plan, sendDecision } from './a-decision.ts'
import { type RunningApp, recorded, registered, runningApp } from './running-app.ts'

let running: RunningApp
let as: string
let patientId: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('surgeon')
  patientId = (await registered(running, as)).id
})
afterAll(() => running.close())

const screened = async () => (await recorded(running, as, patientId)).id

describe('a correction', () => {
  it('is a new decision; the one before stays as it was and says what replaced it', async () => {
    const screeningId = await screened()
    const first = await decided(running, as, screeningId)
    const second = await decided(running, as, screeningId, { ...against, replaces: first.id })
    const third = await decided(running, as, screeningId, { ...plan, replaces: second.id })
    expect(await decisionsOf(running, as, screeningId)).toEqual([
      third,
      { ...second, replacedBy: third.id },
      { ...first, replacedBy: second.id },
    ])
  })

  it('of a decision that was corrected already is refused with the remedy', async () => {
    const screeningId = await screened()
    const first = await decided(running, as, screeningId)
    await decided(running, as, screeningId, { ...against, replaces: first.id })
    const answer = await sendDecision(running, as, screeningId, { ...plan, replaces: first.id })
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      type: 'urn:kyphoscreen:problem:replaced-already',
      errors: [{ pointer: '/replaces' }],
    })
  })

  it('of a decision on another screening is refused', async () => {
    const { id } = await decided(running, as, await screened())
    const answer = await sendDecision(running, as, await screened(), { ...plan, replaces: id })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ pointer: '/replaces' }])
  })

  it('by two surgeons at once is taken from one and refused to the other', async () => {
    const screeningId = await screened()
    const { id } = await decided(running, as, screeningId)
    const colleague = await running.signIn('surgeon')
    const answers = await Promise.all(
      [as, colleague].map((who) =>
        sendDecision(running, who, screeningId, { ...against, replaces: id }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
    expect(await decisionsOf(running, as, screeningId)).toHaveLength(2)
  })
})

describe('a second decision that replaces nothing', () => {
  it('is refused with the remedy', async () => {
    const screeningId = await screened()
    await decided(running, as, screeningId)
    const answer = await sendDecision(running, as, screeningId, against)
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({
      type: 'urn:kyphoscreen:problem:decided-already',
      errors: [{ pointer: '/replaces' }],
    })
  })

  it('is refused also when both come at once: one is taken', async () => {
    const screeningId = await screened()
    const answers = await Promise.all(
      [plan, against].map((body) => sendDecision(running, as, screeningId, body)),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })
})

describe('the decisions in the database', () => {
  it('are neither changed nor removed, by the application or by their owner', async () => {
    await decided(running, as, await screened())
    for (const statement of [
      `UPDATE "Decision" SET "departs" = NOT "departs"`,
      'DELETE FROM "Decision"',
      'TRUNCATE "Decision" CASCADE',
    ]) {
      await expect(running.owner.$executeRawUnsafe(statement)).rejects.toThrow(/is never changed/)
      await expect(running.database.$executeRawUnsafe(statement)).rejects.toThrow(
        'permission denied',
      )
    }
  })

  it('of one screening are one chain, whoever writes them', async () => {
    const screeningId = await screened()
    const { id } = await decided(running, as, screeningId)
    const other = await screened()
    const { authorId } = await running.owner.decision.findUniqueOrThrow({ where: { id } })
    const row = { kind: 'not-pursued', departs: false, authorId }
    const write = (data: object) =>
      running.owner.decision.create({ data: { ...row, screeningId, ...data } })
    await expect(write({})).rejects.toThrow()
    await expect(write({ screeningId: other, replacesId: id })).rejects.toThrow()
    await expect(write({ replacesId: id })).resolves.toMatchObject({ replacesId: id })
    await expect(write({ replacesId: id })).rejects.toThrow()
  })
})
