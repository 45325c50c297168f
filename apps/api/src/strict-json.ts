import { pointerTo } from '@kyphoscreen/rules'
import { Refused, refusedField } from './problems.ts'

const deepest = 32
const reserved = new Set(['__proto__', 'constructor', 'prototype'])
const structure = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[{}[\]]/g
const plainName = /^[A-Za-z][A-Za-z0-9]{0,39}$/

/**
 * Reads a JSON body that can be read in one way only. Bytes that are not UTF-8, a byte order mark, a
 * key named twice, a reserved key, nesting beyond 32 and text that cannot be stored are refused.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decoded(bytes)
  const value = parsed(text)
  refuseAmbiguousKeys(text)
  const path = pathToUnstorable(value, [])
  if (path) {
    throw refusedField(pointerTo(path), 'holds characters that cannot be stored; type it again')
  }
  return value
}

function decoded(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    if (!text.startsWith('\uFEFF')) return text
  } catch {}
  throw new Refused('malformed-json')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refused('malformed-json')
  }
}

function refuseAmbiguousKeys(text: string): void {
  const open: Set<string>[] = []
  for (const [token, colon] of text.matchAll(structure)) {
    if (token === '{' || token === '[') {
      if (open.push(new Set()) > deepest) throw new Refused('ambiguous-json')
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (colon !== undefined) {
      const key: string = JSON.parse(token.slice(0, -colon.length))
      const keys = open.at(-1)
      if (reserved.has(key) || keys?.has(key)) throw new Refused('ambiguous-json')
      keys?.add(key)
    }
  }
}

const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000')

function pathToUnstorable(value: unknown, path: (string | number)[]): typeof path | undefined {
  if (typeof value === 'string') return storable(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key
    const here = typeof step === 'number' || plainName.test(step) ? [...path, step] : path
    const found = storable(key) ? pathToUnstorable(inner, here) : path
    if (found) return found
  }
  return undefined
}
