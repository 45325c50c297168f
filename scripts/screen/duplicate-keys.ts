import { type Findings, pointerTo } from '@kyphoscreen/rules'

const plainName = /^[A-Za-z]{1,40}$/
const structure = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\],]/g

/** Tells whether accepted findings hold as many keys as their text: if so, no key was named twice. */
export function everyKeyIsThere(text: string, findings: Findings): boolean {
  let keys = keyCount(findings)
  if (findings.patient) keys += keyCount(findings.patient)
  for (const level of findings.levels) keys += keyCount(level)
  return keys === colonCount(text)
}

const keyCount = (object: object) => {
  let count = 0
  for (const _ in object) count++
  return count
}

function colonCount(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) count++
  return count
}

type Open = { keys: Set<string> | undefined; at: string | number }

/** Gives the JSON pointer to the first key that JSON text names twice in one object, or to that object when the key is not plain letters; undefined when there is none. */
export function keyNamedTwice(text: string): string | undefined {
  const open: Open[] = []
  for (const [token, colon] of text.matchAll(structure)) {
    const innermost = open.at(-1)
    if (token === '{') open.push({ keys: new Set(), at: '' })
    else if (token === '[') open.push({ keys: undefined, at: 0 })
    else if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (typeof innermost?.at === 'number') innermost.at++
    } else if (colon !== undefined && innermost?.keys) {
      innermost.at = JSON.parse(token.slice(0, -colon.length)) as string
      if (innermost.keys.has(innermost.at)) return plainPointer(open.map(({ at }) => at))
      innermost.keys.add(innermost.at)
    }
  }
  return undefined
}

function plainPointer(path: readonly (string | number)[]): string {
  const strange = path.findIndex((step) => typeof step === 'string' && !plainName.test(step))
  return pointerTo(strange === -1 ? path : path.slice(0, strange))
}
