type Members = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

const sameLists = (one: readonly unknown[], other: readonly unknown[]) => {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at += 1) if (!sameJson(one[at], other[at])) return false
  return true
}

const countOf = (value: Members) => {
  let members = 0
  for (const key in value) if (value[key] !== undefined) members += 1
  return members
}

/** True when two JSON values are the same bytes as canonical JSON (RFC 8785), which are not written for it: that takes many times as long. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (!isObject(one) || !isObject(other)) return false
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && sameLists(one, other)
  for (const key in one) if (!sameJson(one[key], other[key])) return false
  return countOf(one) === countOf(other)
}
