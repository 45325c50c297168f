/** Joins parts the way a sentence does: `a`, `a and b`, `a, b and c`. */
export function writeList(parts: readonly string[], joining: 'and' | 'or' = 'and'): string {
  const last = parts.length - 1
  let written = parts[0] ?? ''
  for (let place = 1; place <= last; place++) {
    written += `${place === last ? ` ${joining} ` : ', '}${parts[place]}`
  }
  return written
}
