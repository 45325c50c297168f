import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from '@fastify/type-provider-zod'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import * as contract from './contract.ts'
import { problems } from './problems.ts'
import { everyRole } from './who.ts'

type Contract = Record<string, { content?: Record<string, unknown> }>

/** The contract's schemas by name, in a registry of this app alone. */
function namedSchemas() {
  const schemaRegistry = z.registry<{ id: string }>()
  for (const [id, exported] of Object.entries(contract)) {
    if (exported instanceof z.ZodType) schemaRegistry.add(exported, { id })
  }
  return schemaRegistry
}

/** Names the media type that problems are sent in. */
function nameProblemMediaType(replies: Contract): void {
  for (const [status, reply] of Object.entries(replies)) {
    const schema = reply.content?.['application/json']
    if (Number(status) >= 400 && schema) reply.content = { 'application/problem+json': schema }
  }
}

/** Describes the routes that are registered after it. */
export async function registerOpenApi(app: FastifyInstance): Promise<void> {
  const schemaRegistry = namedSchemas()
  const named = createJsonSchemaTransformObject({ schemaRegistry })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kyphoscreen',
        version: '1.0.0',
        description: 'Screens kyphoplasty referrals against the documented criteria.',
      },
    },
    transform: createJsonSchemaTransform({ schemaRegistry }),
    transformObject: (document) => {
      const described = named(document)
      for (const path of Object.values(described.paths ?? {})) {
        for (const operation of Object.values(path ?? {})) {
          nameProblemMediaType((operation as { responses?: Contract }).responses ?? {})
        }
      }
      return described
    },
  })
}

/** Serves the description and a page to read it, to those who are signed in. The page's library would lead to its front page with whatever else stood in the address. */
export async function serveOpenApi(app: FastifyInstance): Promise<void> {
  app.get(
    '/openapi.json',
    {
      schema: {
        operationId: 'readOpenApi',
        response: { 200: z.looseObject({}), ...problems(401, 503) },
      },
      config: { allow: everyRole, tells: 'nothing' },
    },
    async () => app.swagger(),
  )
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_, reply) => {
      if (reply.statusCode === 302) reply.header('location', '/api/docs/')
    })
    await docs.register(swaggerUi, { routePrefix: '/docs', indexPrefix: '/api' })
  })
}
