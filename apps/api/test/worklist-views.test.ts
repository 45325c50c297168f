import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { View, Views } from '../src/contract.ts'
import { type RunningApp, runningApp } from './running-app.ts'
import { listAsked } from './worklist-asked.ts'

let running: RunningApp
let as: string
let colleague: string
beforeAll(async () => {
  running = await runningApp()
  as = await running.signIn('navigator')
  colleague = await running.signIn('surgeon')
})
afterAll(() => running.close())

const query = listAsked('overdue', { owner: 'me', text: 'Quill' })

const kept = (name: string, by = as) =>
  running.send('POST', '/api/views', { as: by, body: { name, query } })

const viewsOf = async (by: string) =>
  (await running.send('GET', '/api/views', { as: by })).json<Views>().views

describe('A view', () => {
  it('is kept, listed by name, changed and forgotten', async () => {
    const view = (await kept('Zeroth')).json<View>()
    await kept('Mornings')
    expect((await viewsOf(as)).map(({ name }) => name)).toEqual(['Mornings', 'Zeroth'])
    const body = { name: 'Evenings', query: listAsked('done') }
    const url = `/api/views/${view.id}`
    expect((await running.send('PUT', url, { as, body })).json()).toEqual({ ...body, id: view.id })
    expect((await running.send('DELETE', url, { as })).statusCode).toBe(204)
    expect((await viewsOf(as)).map(({ name }) => name)).toEqual(['Mornings'])
  })

  it('is refused under a name that is taken, and a view can be saved under its own', async () => {
    const view = (await kept('Taken')).json<View>()
    expect((await kept('Taken')).statusCode).toBe(409)
    const other = (await kept('Not taken')).json<View>()
    const body = { name: 'Taken', query }
    const put = (id: string) => running.send('PUT', `/api/views/${id}`, { as, body })
    expect((await put(other.id)).statusCode).toBe(409)
    expect((await put(view.id)).statusCode).toBe(200)
  })

  it('of a form that is no longer read is listed without its query, beside the others', async () => {
    const { id } = (await kept('Of old')).json<View>()
    await kept('Of today')
    await running.owner.view.update({ where: { id }, data: { query: { list: 'lost' } } })
    const views = await viewsOf(as)
    expect(views.find((view) => view.id === id)).toEqual({ id, name: 'Of old', query: null })
    expect(views.find(({ name }) => name === 'Of today')?.query).toEqual(query)
    const url = `/api/views/${id}`
    expect((await running.send('DELETE', url, { as })).statusCode).toBe(204)
  })

  it('belongs to one person alone', async () => {
    const { id } = (await kept('Private')).json<View>()
    expect(await viewsOf(colleague)).toEqual([])
    const body = { name: 'Stolen', query }
    const url = `/api/views/${id}`
    expect((await running.send('PUT', url, { as: colleague, body })).statusCode).toBe(404)
    expect((await running.send('DELETE', url, { as: colleague })).statusCode).toBe(404)
    expect((await kept('Private', colleague)).statusCode).toBe(201)
  })

  it('is kept once when it is sent twice under one key', async () => {
    const headers = { 'idempotency-key': 'a-view' }
    const body = { name: 'Once', query }
    const first = await running.send('POST', '/api/views', { as, body, headers })
    const second = await running.send('POST', '/api/views', { as, body, headers })
    expect(second.json()).toEqual(first.json())
  })

  it('is refused when the person keeps fifty, also when many are sent at once', async () => {
    const admin = await running.signIn('admin')
    const answers = await Promise.all(
      Array.from({ length: 55 }, (_, index) => kept(`View ${index}`, admin)),
    )
    const statuses = answers.map(({ statusCode }) => statusCode).toSorted()
    expect(statuses).toEqual([...Array(50).fill(201), ...Array(5).fill(409)])
  })
})
