import type { NewView, View, WorklistQuery } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { LineEntry } from '../handling/form-entries.tsx'
import { explainRefusal } from '../handling/refusal.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { neededText } from '../handling/typed.ts'
import { useKeyFor } from '../use-key-for.ts'
import { worklistApi } from './worklist-api.ts'

const Named = z.object({ name: neededText('Type a name for this view.', 60) })

type NewViewFormProps = { query: WorklistQuery; onSaved: () => Promise<void> }

/** Keeps the list that is shown, with its filters and its sort, under a name. */
export function NewViewForm({ query, onSaved }: NewViewFormProps) {
  const [saved, setSaved] = useState(0)
  const keyFor = useKeyFor()
  const save = useMutation({
    mutationFn: ({ name }: { name: string }) =>
      worklistApi.saveView({ name, query }, keyFor({ name, query })),
    onSuccess: async () => {
      setSaved(saved + 1)
      await onSaved()
    },
  })
  return (
    <>
      <SmallForm
        key={saved}
        label="Keep this list as a view"
        schema={Named}
        initial={{ name: '' }}
        submit="Keep this list"
        sending={save.isPending}
        failed={save.isError ? explainRefusal(save.error) : undefined}
        onSend={(named) => save.mutate(named)}
      >
        <LineEntry name="name" label="Name of the view" />
      </SmallForm>
      <p role="status" className="fine">
        {saved > 0 ? 'Kept.' : ''}
      </p>
    </>
  )
}

type RenameFormProps = {
  view: NewView & Pick<View, 'id'>
  onRenamed: () => Promise<void>
  onClose: () => void
}

/** Gives a view another name. */
export function RenameForm({ view, onRenamed, onClose }: RenameFormProps) {
  const rename = useMutation({
    mutationFn: ({ name }: { name: string }) =>
      worklistApi.changeView(view.id, { name, query: view.query }),
    onSuccess: async () => {
      await onRenamed()
      onClose()
    },
  })
  return (
    <SmallForm
      label={`Rename ${view.name}`}
      schema={Named}
      initial={{ name: view.name }}
      submit="Rename"
      sending={rename.isPending}
      failed={rename.isError ? explainRefusal(rename.error) : undefined}
      onSend={(named) => rename.mutate(named)}
      onCancel={onClose}
    >
      <LineEntry name="name" label="New name" />
    </SmallForm>
  )
}
