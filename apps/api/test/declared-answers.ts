import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'

const matches = (pattern: string, path: string) =>
  new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)

const isText = ({ headers }: LightMyRequestResponse) =>
  /^text\/|^application\/(?:x-|fhir\+)ndjson/.test(String(headers['content-type'] ?? ''))

const sentBy = (answer: LightMyRequestResponse): unknown => {
  if (isText(answer)) return answer.body
  return answer.body === '' ? null : answer.json()
}

/** Refuses an answer whose status or body its route does not declare; pages of libraries and of the web app are let be. */
export function checkDeclared(
  app: FastifyInstance,
  method: string,
  url: string,
  answer: LightMyRequestResponse,
): void {
  const [path = ''] = url.split('?', 1)
  const route = app.declaredRoutes.find(
    (declared) => declared.method === method && matches(declared.url, path),
  )
  if (!route || !path.startsWith('/api/') || path.startsWith('/api/docs')) return
  const replies = route.schema?.response as Record<number, z.ZodType> | undefined
  const schema = replies?.[answer.statusCode]
  if (!schema) throw new Error(`${method} ${route.url} does not declare ${answer.statusCode}`)
  schema.parse(sentBy(answer))
}
