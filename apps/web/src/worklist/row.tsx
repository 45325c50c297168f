import type { WorklistRow } from '@kyphoscreen/api/contract'
import { type Day, writeDay } from '@kyphoscreen/rules'
import { useEffect, useRef } from 'react'
import { writeName } from '../facts/write-patient.ts'
import { writeDue } from '../handling/due.ts'
import { ownerName, priorityWords, stateWords } from '../handling/wording.ts'
import { PatientCell, StandingCells } from './cells.tsx'

type RowProps = {
  row: WorklistRow
  asOf: Day
  mayChange: boolean
  selected: boolean
  /** True for the row that was just edited, so that the focus comes back to it. */
  takesFocus: boolean
  onSelect: (on: boolean) => void
  onEdit: () => void
}

const isDone = ({ state }: WorklistRow) => state === 'decided' || state === 'closed'

const Due = ({ row, asOf }: { row: WorklistRow; asOf: Day }) => {
  if (isDone(row)) return <span className="fine">done</span>
  if (row.dueOn === null) return <span className="fine">no due date</span>
  return (
    <>
      <span className={row.dueOn < asOf ? 'overdue' : undefined}>{writeDue(row.dueOn, asOf)}</span>
      <span className="fine">{writeDay(row.dueOn)}</span>
    </>
  )
}

/** One referral in the list. */
export function Row({ row, asOf, mayChange, selected, takesFocus, onSelect, onEdit }: RowProps) {
  const edit = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) edit.current?.focus()
  }, [takesFocus])
  const name = writeName(row.patient)
  return (
    <tr data-selected={selected || undefined}>
      {mayChange ? (
        <td className="select-cell">
          <label className="select-row">
            <input
              type="checkbox"
              checked={selected}
              onChange={({ target }) => onSelect(target.checked)}
            />
            <span className="visually-hidden">Select {name}</span>
          </label>
        </td>
      ) : null}
      <PatientCell row={row} asOf={asOf} />
      <StandingCells row={row} asOf={asOf} />
      <td data-label="Due" className="lines">
        <Due row={row} asOf={asOf} />
      </td>
      <td data-label="Owner">{ownerName(row.owner)}</td>
      <td data-label="State">{stateWords[row.state]}</td>
      <td data-label="Priority">{priorityWords[row.priority]}</td>
      {mayChange ? (
        <td className="edit-cell">
          <button ref={edit} type="button" className="button button-quiet" onClick={onEdit}>
            Edit<span className="visually-hidden"> {name}</span>
          </button>
        </td>
      ) : null}
    </tr>
  )
}
