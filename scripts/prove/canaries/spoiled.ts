import { canary } from './marking.ts'

/** A request as it is sent over HTTP. */
export type Request = {
  method: string
  url: string
  headers: Record<string, string>
  body?: string | undefined
}

const json = { 'content-type': 'application/json' }

type Spoil = (request: Request) => Request

const withBody =
  (body: string, headers: Record<string, string> = json): Spoil =>
  (request) =>
    request.method === 'GET'
      ? request
      : { ...request, body, headers: { ...request.headers, ...headers } }

const withHeader =
  (name: string, value: string): Spoil =>
  (request) => ({ ...request, headers: { ...request.headers, [name]: value } })

/** Ways to spoil a request, each with a mark where it is wrong. */
export const spoils: readonly Spoil[] = [
  withBody(JSON.stringify({ [canary]: canary })),
  withBody(`{"mrn":"${canary}"`),
  withBody(`{"mrn":"${canary}","mrn":"${canary}"}`),
  withBody(`"${canary}"`),
  withBody(canary, { 'content-type': 'text/plain' }),
  withBody(JSON.stringify({ text: canary.repeat(8_000) })),
  withBody(JSON.stringify({ text: `${canary}\u0000\ud800` })),
  withHeader('idempotency-key', `${canary} ${canary}`),
  withHeader('if-match', canary),
  withHeader('if-match', `"${canary}"`),
  withHeader('cookie', `kyphoscreen=${canary}`),
  withHeader('origin', `https://${canary.toLowerCase()}.example`),
  withHeader('user-agent', canary),
  withHeader('x-request-id', canary),
  withHeader('x-filler', canary.repeat(2_000)),
  (request) => ({ ...request, url: request.url.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, canary) }),
  (request) => ({ ...request, url: `${request.url}?name=${canary}` }),
  (request) => ({ ...request, url: `${request.url}/${canary}` }),
  (request) => ({ ...request, url: `${request.url}%zz${canary}` }),
  (request) => ({ ...request, method: 'DELETE', url: `${request.url}/${canary}/${canary}` }),
]
