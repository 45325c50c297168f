import type { NewPrint } from '@kyphoscreen/api/contract'
import { useEffect } from 'react'
import { api } from './api.ts'

/** Has the server take note of what a person took out; taking it out waits for nothing, also without the server. */
export function noteTaken(print: NewPrint): void {
  api.notePrint(print).catch(() => undefined)
}

/** Has the server take note whenever a page is printed; a part that is printed alone is told of by itself. */
export function usePrintNoted(kind: NewPrint['kind'], id: string): void {
  useEffect(() => {
    const note = () => {
      if (document.documentElement.dataset['printing'] === undefined) {
        noteTaken({ kind, id, how: 'printed' })
      }
    }
    window.addEventListener('beforeprint', note)
    return () => window.removeEventListener('beforeprint', note)
  }, [kind, id])
}
