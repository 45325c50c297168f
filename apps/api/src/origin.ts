import type { FastifyRequest } from 'fastify'
import { Refused } from './problems.ts'

const reading = new Set(['GET', 'HEAD', 'OPTIONS'])
const ownSites = new Set(['same-origin', 'none'])

/** Makes the check that refuses to change anything for a page of another site. */
export const refuseForeignOrigin =
  (publicUrl: URL | undefined) =>
  async (request: FastifyRequest): Promise<void> => {
    if (reading.has(request.method)) return
    const own = publicUrl?.origin ?? `${request.protocol}://${request.host}`
    const { origin, 'sec-fetch-site': site } = request.headers
    const foreign = origin !== undefined && origin !== own
    if (foreign || (site !== undefined && !ownSites.has(String(site)))) {
      throw new Refused('foreign-origin')
    }
  }
