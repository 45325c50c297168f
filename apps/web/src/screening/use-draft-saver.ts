import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { api } from '../api.ts'
import { beforeLeaving } from '../before-leaving.ts'
import type { Entries } from '../questions/entries.ts'
import { onServer } from '../request.ts'
import { type DraftState, draftSaver } from './draft-saver.ts'

/** Keeps a form’s entries on the server as they change, and says how that stands. */
export function useDraftSaver(patientId: string, form: UseFormReturn<Entries>) {
  const [draft, setDraft] = useState<DraftState>({ state: 'untouched' })
  const [saver] = useState(() =>
    draftSaver<Entries>({
      save: (entries, last) => api.saveDraft(patientId, { form: entries }, last),
      onChange: setDraft,
    }),
  )

  useEffect(() => {
    let seen = JSON.stringify(form.getValues())
    return form.subscribe({
      formState: { values: true },
      callback: () => {
        const entries = structuredClone(form.getValues())
        const now = JSON.stringify(entries)
        if (now === seen) return
        seen = now
        saver.changed(entries)
      },
    })
  }, [form, saver])

  useEffect(() => {
    const saveNow = () => void saver.saveNow()
    const saveIfHidden = () => {
      if (document.visibilityState === 'hidden') void saver.saveNow(true)
    }
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.hasUnsaved) event.preventDefault()
    }
    addEventListener('online', saveNow)
    addEventListener('beforeunload', warn)
    document.addEventListener('visibilitychange', saveIfHidden)
    const withdraw = beforeLeaving(() => saver.saveNow())
    const stopListening = onServer('answered', () => {
      if (saver.isFailing) saveNow()
    })
    return () => {
      removeEventListener('online', saveNow)
      removeEventListener('beforeunload', warn)
      document.removeEventListener('visibilitychange', saveIfHidden)
      stopListening()
      withdraw()
      void saver.saveNow(true)
    }
  }, [saver])

  return { draft, saver }
}
