import { type Findings, screen } from '@kyphoscreen/rules'
import type { Prisma } from '../../generated/prisma/client.ts'

/** What a screening keeps of its findings: themselves, the whole answer, and the rules it was made by. */
export function screenedColumns(findings: Findings) {
  const result = screen(findings)
  return {
    findings: findings as Prisma.InputJsonObject,
    result: result as unknown as Prisma.InputJsonObject,
    outcome: result.outcome,
    rulesetId: result.ruleset.id,
    rulesetVersion: result.ruleset.version,
    rulesetHash: result.ruleset.hash,
    missing: result.missing.map(({ fact }) => fact),
    decisive: result.missing.flatMap(({ fact, decisive }) => (decisive ? [fact] : [])),
  }
}
