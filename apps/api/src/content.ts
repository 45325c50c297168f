import { refusalsOf } from '@kyphoscreen/rules'
import type { FastifyInstance, FastifyRequest, FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { Refused } from './problems.ts'
import { parseStrictJson } from './strict-json.ts'

const utf8Json = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i

const charset = /\s*;\s*charset\s*=\s*"?utf-?8"?\s*$/i

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The media types of the files that a route takes, in place of JSON. */
    takesFiles?: readonly string[]
  }
}

/** Refuses a request to no host, and a body that is compressed or not of the kind its route takes, before it is read. */
async function refuseOtherContent({ headers, routeOptions }: FastifyRequest): Promise<void> {
  if (headers.host === undefined) throw new Refused('malformed-request')
  const { 'content-type': type, 'content-encoding': encoding } = headers
  const compressed = encoding !== undefined && encoding.toLowerCase() !== 'identity'
  const { takesFiles } = routeOptions.config
  if (takesFiles) {
    const plain = type?.trim().replace(charset, '').toLowerCase() ?? ''
    if (compressed || !takesFiles.includes(plain)) throw new Refused('not-importable')
  } else if (compressed || (type !== undefined && !utf8Json.test(type.trim()))) {
    throw new Refused('not-json-content')
  }
}

/** Takes JSON bodies alone, read strictly. */
export function acceptStrictJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseStrictJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
  app.addHook('onRequest', refuseOtherContent)
}

/** Tells each field's first reason alone: the others often say the same. */
const firstOfEachField = (error: z.ZodError) =>
  [
    ...new Map(
      refusalsOf(error)
        .reverse()
        .map((refusal) => [refusal.pointer, refusal]),
    ).values(),
  ].reverse()

/** Checks what is sent by its zod schema; an identifier of the wrong form is one that is not found. */
export const validatorOf: FastifySchemaCompiler<z.ZodType> =
  ({ schema, httpPart }) =>
  (data) => {
    const checked = schema.safeParse(data)
    if (checked.success) return { value: checked.data }
    if (httpPart === 'params') return { error: new Refused('not-found') }
    return { error: new Refused('invalid-content', { errors: firstOfEachField(checked.error) }) }
  }
