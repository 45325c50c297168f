import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from './problems.ts'

const caching = {
  hashed: 'public, max-age=31536000, immutable',
  page: 'no-cache',
} as const

const reading = new Set(['GET', 'HEAD'])

const isPage = ({ method, url }: FastifyRequest) =>
  reading.has(method) &&
  !/^\/api(?:[/?]|$)/.test(url) &&
  !/\.[^/]*$/.test(url.split('?', 1)[0] ?? '')

/** Serves the built web app; an address that is no file is a page of the app. Without a build, pages say so. */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        const hashed = relative(folder, path).startsWith('assets')
        reply.header('cache-control', hashed ? caching.hashed : caching.page)
      },
    })
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    if (!isPage(request)) throw new Refused('not-found')
    if (!built) throw new Refused('web-app-missing')
    return reply.sendFile('index.html')
  })
}
