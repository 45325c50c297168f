/** Joins parts the way a sentence does: `a`, `a and b`, `a, b and c`. */
export function writeList(parts: readonly string[], joining: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joining} ${last}`
}
