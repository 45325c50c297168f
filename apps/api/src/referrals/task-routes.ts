import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { NewTask, TaskChange } from '../contract.ts'
import { screeningRoles } from '../who.ts'
import { added, changed } from './answers.ts'
import { askedChange, ById } from './asked-change.ts'
import { etagOf } from './if-match.ts'
import type { TaskStore } from './task-store.ts'

type Options = { tasks: TaskStore }

const config = { allow: screeningRoles, tells: 'its act' } as const

const addTask = {
  schema: { operationId: 'addTask', params: ById, body: NewTask, response: added },
  config,
}

const markTask = {
  schema: {
    operationId: 'markTask',
    params: ById.extend({ taskId: z.uuid() }),
    body: TaskChange,
    response: changed,
  },
  config,
}

/** What is to do for a referral. */
export const taskRoutes: FastifyPluginAsyncZod<Options> = async (app, { tasks }) => {
  app.post('/referrals/:id/tasks', addTask, async (request, reply) => {
    const referral = await tasks.add(askedChange(request), request.body)
    return reply.code(201).header('etag', etagOf(referral)).send(referral)
  })

  app.patch('/referrals/:id/tasks/:taskId', markTask, async (request, reply) => {
    const referral = await tasks.mark(askedChange(request), request.params.taskId, request.body)
    return reply.header('etag', etagOf(referral)).send(referral)
  })
}
