import type { NewPrint, PrintedKind } from '@kyphoscreen/api/contract'
import { useEffect } from 'react'
import { api } from './api.ts'

/** Has the server take note of what a person took out; taking it out waits for nothing, also without the server. */
export function noteTaken(print: NewPrint): void {
  api.notePrint(print).catch(() => undefined)
}

function whenPrinted(print: NewPrint): () => void {
  const note = () => {
    if (document.documentElement.dataset['printing'] === undefined) noteTaken(print)
  }
  window.addEventListener('beforeprint', note)
  return () => window.removeEventListener('beforeprint', note)
}

/** Has the server take note whenever a page is printed; a part that is printed alone is told of by itself. */
export const usePrintNoted = (kind: PrintedKind, id: string): void =>
  useEffect(() => whenPrinted({ kind, id, how: 'printed' }), [kind, id])

/** Has the server take note whenever a page of the log is printed, and whose it is. */
export const useLogPrintNoted = (patientId: string | null): void =>
  useEffect(() => whenPrinted({ kind: 'log', patientId, how: 'printed' }), [patientId])
