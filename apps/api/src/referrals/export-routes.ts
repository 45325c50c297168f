import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Day } from '@kyphoscreen/rules'
import { z } from 'zod'
import { WorklistQuery, type WorklistRow } from '../contract.ts'
import { problems } from '../problems.ts'
import { everyRole, whoOf } from '../who.ts'
import { exportColumns } from './export-columns.ts'
import { byteOrderMark, csvLine } from './export-csv.ts'
import type { ExportStore } from './export-store.ts'

type Options = { exports: ExportStore; today: () => Day }

const exportReferrals = {
  schema: {
    operationId: 'exportReferrals',
    body: WorklistQuery,
    response: { 200: z.string(), ...problems(401, 403, 413, 415, 422, 503) },
  },
  config: { allow: everyRole },
}

const lineOf = (row: WorklistRow) => csvLine(exportColumns.map(([, value]) => value(row)))

async function* written(batches: AsyncGenerator<WorklistRow[]>) {
  yield byteOrderMark + csvLine(exportColumns.map(([title]) => title))
  for await (const rows of batches) yield rows.map(lineOf).join('')
}

/** A whole list as a CSV file, streamed as it is read. */
export const exportRoutes: FastifyPluginAsyncZod<Options> = async (app, { exports, today }) => {
  app.post('/referrals/export', exportReferrals, async (request, reply) => {
    const batches = await exports.batches(request.body, whoOf(request).accountId)
    const name = `referrals-${request.body.list}-${today()}.csv`
    reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('text/csv; charset=utf-8; header=present')
    return reply.send(Readable.from(written(batches)) as never)
  })
}
