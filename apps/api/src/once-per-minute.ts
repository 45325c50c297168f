const minuteMs = 60_000
const remembered = 10_000

/** Makes a memory that says whether something is the first of its name within a minute; it remembers the latest ten thousand names at most. */
export function oncePerMinute(now: () => number = () => performance.now()) {
  const since = new Map<string, number>()
  return (name: string): boolean => {
    const before = since.get(name)
    if (before !== undefined && now() - before < minuteMs) return false
    since.delete(name)
    since.set(name, now())
    const [oldest] = since.keys()
    if (since.size > remembered && oldest !== undefined) since.delete(oldest)
    return true
  }
}
