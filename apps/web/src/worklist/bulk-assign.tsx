import type { BulkAssigned, Person, WorklistRow } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { writeName } from '../facts/write-patient.ts'
import { explain } from '../failure.ts'
import { referralApi } from '../handling/referral-api.ts'
import { ownerName } from '../handling/wording.ts'
import { Failed } from '../ui/failed.tsx'
import { Notice } from '../ui/notice.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { Picked } from './picks.tsx'
import { assignedRow, rowOf } from './row-of.ts'
import { writeCount, writeReferrals } from './wording.ts'

type BulkAssignProps = {
  rows: readonly WorklistRow[]
  people: readonly Person[]
  onChange: (id: string, changed: Partial<WorklistRow>) => void
  onSelect: (selected: ReadonlySet<string>) => void
}

type Assigned = BulkAssigned & { rows: readonly WorklistRow[]; owner: Person | null }

/** Says what was assigned, and which referrals somebody else had changed meanwhile, with both owners. */
const Done = ({ assigned, changedMeanwhile, rows, owner }: Assigned) => (
  <>
    <p role="status">
      {writeReferrals(assigned.length)} assigned to {ownerName(owner)}.
    </p>
    {changedMeanwhile.length > 0 ? (
      <Notice
        tone="warning"
        heading={`${writeReferrals(changedMeanwhile.length)} changed meanwhile, not assigned`}
      >
        <ul>
          {rows
            .filter(({ id }) => changedMeanwhile.includes(id))
            .map((row) => (
              <li key={row.id}>
                {writeName(row.patient)}: yours would be {ownerName(owner)}. The row shows what
                somebody else has saved; it is still selected, assign again to put yours in its
                place.
              </li>
            ))}
        </ul>
      </Notice>
    ) : null}
  </>
)

const notChosen = 'not-chosen'

/** Gives the selected referrals to one owner at once. */
export function BulkAssign({ rows, people, onChange, onSelect }: BulkAssignProps) {
  const [ownerId, setOwnerId] = useState<string>(notChosen)
  const [lacks, setLacks] = useState(false)
  const box = useRef<HTMLElement>(null)
  const keyFor = useKeyFor()
  const queries = useQueryClient()
  const assign = useMutation({
    mutationFn: async (): Promise<Assigned> => {
      const referrals = rows.map(({ id, version }) => ({ id, version }))
      const body = { referrals, ownerId: ownerId === '' ? null : ownerId }
      const owner = people.find(({ id }) => id === ownerId) ?? null
      return { ...(await referralApi.assign(body, keyFor(body))), rows, owner }
    },
    onSuccess: async ({ assigned, changedMeanwhile, rows: sent, owner }) => {
      for (const row of sent) {
        if (assigned.includes(row.id)) onChange(row.id, assignedRow(row, owner))
      }
      onSelect(new Set(changedMeanwhile))
      box.current?.focus()
      void queries.invalidateQueries({ queryKey: ['tiles'] })
      for (const row of sent.filter(({ id }) => changedMeanwhile.includes(id))) {
        onChange(row.id, rowOf(await referralApi.read(row.id), row))
      }
    },
  })
  return (
    <section className="bulk" ref={box} tabIndex={-1} aria-label="Selected referrals">
      {rows.length > 0 ? (
        <form
          className="actions"
          onSubmit={(event) => {
            event.preventDefault()
            setLacks(ownerId === notChosen)
            if (ownerId !== notChosen && !assign.isPending) assign.mutate()
          }}
        >
          <b>{writeCount(rows.length)} selected</b>
          <Picked
            label="Owner of the selected"
            value={ownerId}
            options={[
              [notChosen, 'Choose who'],
              ['', 'Nobody'],
              ...people.map(({ id, displayName }) => [id, displayName] as const),
            ]}
            onPick={setOwnerId}
          />
          <button type="submit" className="button button-main">
            {assign.isPending ? 'Assigning…' : 'Assign'}
          </button>
          <button type="button" className="button button-quiet" onClick={() => onSelect(new Set())}>
            Select none
          </button>
        </form>
      ) : null}
      {lacks && ownerId === notChosen ? (
        <p role="alert">Choose who is to own them, or Nobody.</p>
      ) : null}
      {assign.isError ? <Failed heading="Not assigned" says={explain(assign.error)} /> : null}
      {assign.data ? <Done {...assign.data} /> : null}
    </section>
  )
}
