import type { FastifyRequest } from 'fastify'
import { Refused } from '../problems.ts'

const strongTag = /^"([1-9]\d{0,14})"$/

/** Gives the version that If-Match names: one strong tag, as an answer's ETag has it. */
export function versionNamed({ headers }: FastifyRequest): number {
  const named = headers['if-match']
  if (named === undefined) throw new Refused('version-not-named')
  const [, version] = strongTag.exec(named) ?? []
  if (version === undefined) throw new Refused('malformed-if-match')
  return Number(version)
}

/** Gives the ETag of a referral at its version. */
export const etagOf = ({ version }: { version: number }): string => `"${version}"`
