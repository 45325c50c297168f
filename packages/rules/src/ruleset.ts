import { z } from 'zod'
import { allAdvisories } from './advisories.ts'
import { cautions } from './cautions.ts'
import { conflicts } from './conflicts.ts'
import { criteria } from './criteria.ts'
import { limits } from './limits.ts'
import { policyNumbers } from './policy.ts'
import { redFlags } from './red-flags.ts'
import { releaseInForce, releases } from './release.ts'
import { documents, SourceCited } from './source.ts'

const Remark = z.strictObject({
  id: z.string(),
  says: z.string(),
  sources: z.array(SourceCited).readonly(),
})

/** The rules as data: version, documents, criteria with sources and readings, policy numbers with their origin, flags, cautions, advisories, conflicts, limits and every version there was. */
export const Ruleset = z.strictObject({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  documents: z.array(z.strictObject({ id: z.enum(['S1', 'S2']), describes: z.string() })),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      requires: z.string(),
      reading: z.string(),
      scope: z.enum(['level', 'patient']),
      needs: z.array(z.string()),
      considers: z.array(z.string()),
      sources: z.array(SourceCited).readonly(),
    }),
  ),
  policy: z.array(
    z.strictObject({
      name: z.string(),
      value: z.number(),
      unit: z.string(),
      origin: z.enum(['from source', 'clinic-set']),
      means: z.string(),
      sources: z.array(SourceCited).readonly(),
    }),
  ),
  redFlags: z.array(z.strictObject({ fact: z.string(), says: z.string(), urgent: z.boolean() })),
  cautions: z.array(z.strictObject({ id: z.string(), says: z.string() })),
  advisories: z.array(Remark.extend({ standing: z.boolean() })),
  conflicts: z.array(Remark),
  limits: z.array(z.strictObject({ id: z.string(), says: z.string() })),
  releases: z.array(
    z.strictObject({
      version: z.string(),
      hash: z.string(),
      releasedOn: z.iso.date(),
      changed: z.string(),
    }),
  ),
})
export type Ruleset = z.infer<typeof Ruleset>

/** The rules in force, described. Whether a surgeon has signed this reading off is not known here. */
export const ruleset: Ruleset = Ruleset.parse({
  ...releaseInForce,
  documents: Object.entries(documents).map(([id, { describes }]) => ({ id, describes })),
  criteria: criteria.map(({ reasons: _, judge: __, ...told }) => told),
  policy: Object.entries(policyNumbers).map(([name, number]) => ({ name, ...number })),
  redFlags: Object.entries(redFlags).map(([fact, flag]) => ({ fact, ...flag })),
  cautions: Object.entries(cautions).map(([id, says]) => ({ id, says })),
  advisories: allAdvisories,
  conflicts: Object.values(conflicts),
  limits: Object.entries(limits).map(([id, says]) => ({ id, says })),
  releases,
})
