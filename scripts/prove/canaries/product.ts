import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { clusterFolder } from '../../../apps/api/src/data-folder.ts'
import { openDatabase } from '../../../apps/api/src/postgres/client.ts'
import { embeddedUrls } from '../../../apps/api/src/postgres/embedded.ts'
import { makeAccounts, password } from '../../../apps/api/test/running-app.ts'
import { dataFolder, end, startProduct } from '../../../apps/api/test/start/product.ts'
import { canary } from './marking.ts'
import type { Sending } from './patient.ts'
import type { Request } from './spoiled.ts'

/** What answers came, and how many of them gave back what was sent where they must not. */
export type Answers = { byStatus: Map<number, number>; echoes: string[] }

/** The product on a data folder and a folder for temporary files of its own. */
export async function openProduct() {
  const { folder, remove } = await dataFolder()
  const temporary = join(folder, '..', 'tmp')
  await mkdir(temporary)
  const product = await startProduct({ DATA_DIR: folder, TMPDIR: temporary })
  const { ownerUrl } = await embeddedUrls(clusterFolder(folder))
  const owner = openDatabase(ownerUrl, { connections: 1 })
  await makeAccounts({ owner })
  const answers: Answers = { byStatus: new Map(), echoes: [] }

  const note = (request: Request, response: Response, text: string) => {
    const { status, headers } = response
    answers.byStatus.set(status, (answers.byStatus.get(status) ?? 0) + 1)
    const told = [...headers.values(), ...(status >= 400 ? [text] : [])].join('\n')
    const name = `${request.method} ${request.url.split('?')[0]?.replaceAll(canary, '…')} ${status}`
    if (told.includes(canary)) answers.echoes.push(name)
  }

  const send = async (request: Request) => {
    const { method, url, headers, body } = request
    const isStream = url.startsWith('/api/referrals/events')
    const controller = new AbortController()
    const response = await fetch(`${product.address}${url}`, {
      method,
      headers,
      redirect: 'manual',
      signal: controller.signal,
      ...(body !== undefined && { body }),
    })
    const text = isStream && response.ok ? '' : await response.text()
    if (isStream) controller.abort()
    note(request, response, text)
    return { status: response.status, text, response }
  }

  const signIn = async (username: string) => {
    const { response } = await send({
      method: 'POST',
      url: '/api/session',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    })
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }

  const sending: Sending = { owner, signIn, send }
  const stop = async () => {
    await owner.$disconnect()
    await end(product, 'SIGTERM')
  }
  return { folder, temporary, said: product.said, answers, sending, stop, remove }
}
