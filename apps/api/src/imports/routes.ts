import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import {
  FirstImportErrors,
  Import,
  ImportMapping,
  ImportPreview,
  Imports,
  importMediaTypes,
} from '../contract.ts'
import { problems } from '../problems.ts'
import { idIn, shown } from '../tells.ts'
import { actorOf, importRoles, whoOf } from '../who.ts'
import { namedImport } from './append-entry.ts'
import type { ImportStore } from './store.ts'

type Options = { imports: ImportStore }

const params = z.strictObject({ id: z.uuid() })
const config = { allow: importRoles, tells: 'its act' } as const
const silent = { allow: importRoles, tells: 'nothing' } as const

const uploadImport = {
  schema: {
    operationId: 'uploadImport',
    consumes: Object.values(importMediaTypes),
    response: { 201: Import, ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { ...config, takesFiles: Object.values(importMediaTypes) },
}

const listImports = {
  schema: { operationId: 'listImports', response: { 200: Imports, ...problems(401, 403, 503) } },
  config: silent,
}

const readImport = {
  schema: {
    operationId: 'readImport',
    params,
    response: { 200: Import, ...problems(401, 403, 404, 503) },
  },
  config: silent,
}

const previewImport = {
  schema: {
    operationId: 'previewImport',
    params,
    response: { 200: ImportPreview, ...problems(401, 403, 404, 409, 503) },
  },
  config: {
    allow: importRoles,
    tells: shown<ImportPreview>('import-viewed', (_, request) => ({
      on: namedImport(idIn(request)),
    })),
  },
}

const mapImport = {
  schema: {
    operationId: 'mapImport',
    params,
    body: ImportMapping,
    response: { 200: ImportPreview, ...problems(401, 403, 404, 409, 413, 415, 422, 503) },
  },
  config,
}

const toStep = <Status extends 200 | 202>(operationId: string, status: Status) => ({
  schema: {
    operationId,
    params,
    response: { [status]: Import, ...problems(401, 403, 404, 409, 415, 422, 503) } as Record<
      Status,
      typeof Import
    > &
      ReturnType<typeof problems<401 | 403 | 404 | 409 | 415 | 422 | 503>>,
  },
  config,
})

const readFirstImportErrors = {
  schema: {
    operationId: 'readFirstImportErrors',
    params,
    response: { 200: FirstImportErrors, ...problems(401, 403, 404, 503) },
  },
  config: silent,
}

const readImportErrors = {
  schema: {
    operationId: 'readImportErrors',
    params,
    response: { 200: z.string(), ...problems(401, 403, 404, 503) },
  },
  config,
}

/** Taking in referrals from files: uploading, mapping, trying, running and watching. */
export const importRoutes: FastifyPluginAsyncZod<Options> = async (app, { imports }) => {
  const types = Object.values(importMediaTypes)
  app.addContentTypeParser(types, (_request, payload, done) => done(null, payload))

  app.post('/imports', uploadImport, async (request, reply) => {
    const type = request.headers['content-type'] ?? ''
    const kept = await imports.keep({
      bytes: request.raw.iterator({ destroyOnReturn: false }),
      format: type.trim().toLowerCase().startsWith(importMediaTypes.csv) ? 'csv' : 'ndjson',
      byId: whoOf(request).accountId,
      by: actorOf(request),
    })
    return reply.code(201).header('location', `/api/imports/${kept.id}`).send(kept)
  })

  app.get('/imports', listImports, async () => imports.list())

  app.get('/imports/:id', readImport, async ({ params: { id } }) => imports.read(id))

  app.get('/imports/:id/preview', previewImport, async ({ params: { id } }) => imports.preview(id))

  app.put('/imports/:id/mapping', mapImport, async (request) =>
    imports.map(request.params.id, request.body, actorOf(request)),
  )

  app.post('/imports/:id/dry-run', toStep('tryImport', 202), async (request, reply) =>
    reply.code(202).send(await imports.tryOut(request.params.id, actorOf(request))),
  )

  app.post('/imports/:id/run', toStep('runImport', 202), async (request, reply) =>
    reply.code(202).send(await imports.run(request.params.id, actorOf(request))),
  )

  app.post('/imports/:id/cancel', toStep('cancelImport', 200), async (request) =>
    imports.cancel(request.params.id, actorOf(request)),
  )

  app.get('/imports/:id/first-errors', readFirstImportErrors, async ({ params: { id } }) =>
    imports.firstErrors(id),
  )

  app.get('/imports/:id/errors', readImportErrors, async (request, reply) => {
    const { id } = request.params
    const csv: unknown = Readable.from(await imports.errors(id))
    const on = { kind: 'import-errors', id }
    await app.audit.journal.note(actorOf(request), { action: 'export', on })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="import-errors.csv"')
      .send(csv as string)
  })
}
