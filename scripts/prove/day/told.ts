import type { AuditAction } from '../../../apps/api/src/contract/audit-action.ts'

/** What the script knows that the log must tell of one thing that was done; `*` is an id that nobody but the server knows. */
export type Told = {
  action: AuditAction
  who: string | null
  on: `${string}/${string}` | null
  patient: string | null
  outcome: 'done' | 'refused' | 'failed'
  reason: string | null
  shown: readonly string[]
}

/** The same, and between which moments it was done. */
export type Expected = Told & { from: number; to: number }

/** An entry as the exported log has it. */
export type Found = Told & { at: number }

type Event = {
  action: AuditAction
  who: { username: string } | null
  on: { kind: string; id: string } | null
  patientId: string | null
  outcome: Told['outcome']
  reason: string | null
  shown?: string[]
}

const foundOf = (line: string): Found[] => {
  const { at, bytes } = JSON.parse(line) as { at: number; bytes?: string }
  if (bytes === undefined) return []
  const event: Event = JSON.parse(Buffer.from(bytes, 'base64').toString())
  const { action, who, on, patientId: patient, outcome, reason, shown = [] } = event
  const told = { action, patient, outcome, reason, shown }
  return [{ ...told, at, who: who?.username ?? null, on: on && `${on.kind}/${on.id}` }]
}

/** Reads the entries of an exported log. */
export const readLog = (text: string): Found[] => text.trimEnd().split('\n').flatMap(foundOf)

const words = ({ action, who, on, patient, outcome, reason, shown }: Told, onId: string | null) =>
  [action, who, onId ?? on, patient, outcome, reason, [...new Set(shown)].sort().join()].join(' ')

const clockToleranceMs = 1

/** Says how an entry differs from what was to be told; nothing where it does not. */
export function difference(expected: Expected, found: Found | undefined): string | undefined {
  if (!found) return `nothing, wanted ${words(expected, null)}`
  const isAny = expected.on?.endsWith('/*')
  const kind = expected.on?.split('/')[0] ?? ''
  const sameKind = isAny && found.on?.startsWith(`${kind}/`)
  const [one, other] = [words(expected, null), words(found, sameKind ? expected.on : null)]
  if (one !== other) return `${other}, wanted ${one}`
  const inTime =
    found.at >= expected.from - clockToleranceMs && found.at <= expected.to + clockToleranceMs
  return inTime ? undefined : `${one} at another time`
}
