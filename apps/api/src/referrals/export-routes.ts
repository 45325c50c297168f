import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Day } from '@kyphoscreen/rules'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Journal } from '../audit/journal.ts'
import { WorklistQuery, type WorklistRow } from '../contract.ts'
import { problems } from '../problems.ts'
import { actorOf, everyRole, whoOf } from '../who.ts'
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
  config: { allow: everyRole, tells: 'its act' },
} as const

const lineOf = (row: WorklistRow) => csvLine(exportColumns.map(([, value]) => value(row)))

/** The outcomes that leave say in their heading whether the reading behind them is signed off. */
const titleOf = (title: string, reading: string) =>
  title === 'Outcome' ? `${title} (${reading})` : title

async function* written(batches: AsyncIterable<WorklistRow[]>, reading: string) {
  yield byteOrderMark + csvLine(exportColumns.map(([title]) => titleOf(title, reading)))
  for await (const rows of batches) yield rows.map(lineOf).join('')
}

/** How many patients one entry of the log names at most: an entry stays small, whatever is taken out. */
const mostInAnEntry = 500

type Telling = {
  /** Tells whom the rows show, before they go out. */
  part: (rows: readonly WorklistRow[]) => Promise<void>
  end: (rows: number, isWhole: boolean) => Promise<void>
}

/** Gives batches as they are when it is told whom they show, and tells at their end how many rows went out and whether that was all. */
async function* counted(batches: AsyncGenerator<WorklistRow[]>, tell: Telling) {
  let rows = 0
  let isWhole = false
  try {
    for await (const batch of batches) {
      await tell.part(batch)
      rows += batch.length
      yield batch
    }
    isWhole = true
  } finally {
    await tell.end(rows, isWhole)
  }
}

/** Tells of an export before its first byte; gives what tells whom it shows, and of its end. */
async function tellExport({ note }: Journal, request: FastifyRequest): Promise<Telling> {
  const by = actorOf(request)
  const on = { kind: 'export', id: request.id }
  await note(by, { action: 'export', on, details: { asked: request.body } })
  return {
    part: async (rows) => {
      for (let from = 0; from < rows.length; from += mostInAnEntry) {
        const shown = rows.slice(from, from + mostInAnEntry).map(({ patient }) => patient.id)
        await note(by, { action: 'export-part', on, shown })
      }
    },
    end: (rows, isWhole) =>
      note(by, {
        action: 'export-finished',
        on,
        details: { rows },
        ...(!isWhole && { outcome: 'failed', reason: 'cut-off' }),
      }),
  }
}

/** A whole list as a CSV file, streamed as it is read. */
export const exportRoutes: FastifyPluginAsyncZod<Options> = async (app, { exports, today }) => {
  app.post('/referrals/export', exportReferrals, async (request, reply) => {
    const batches = await exports.batches(request.body, whoOf(request))
    const reading = await exports.reading()
    const tell = await tellExport(app.audit.journal, request)
    const name = `referrals-${request.body.list}-${today()}.csv`
    reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('text/csv; charset=utf-8; header=present')
    return reply.send(Readable.from(written(counted(batches, tell), reading)) as never)
  })
}
