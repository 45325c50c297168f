import { useRef } from 'react'
import { newKey } from './api.ts'
import { canonicalJson } from './canonical-json.ts'

/** Keeps one key for one content, so that sending it again creates nothing twice. */
export function useKeyFor(): (content: unknown) => string {
  const last = useRef({ written: '', key: '' })
  return (content) => {
    const written = canonicalJson(content)
    if (last.current.written !== written) last.current = { written, key: newKey() }
    return last.current.key
  }
}
