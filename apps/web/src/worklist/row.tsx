import type { WorklistRow } from '@kyphoscreen/api/contract'
import type { Day } from '@kyphoscreen/rules'
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

const dueOf = (row: WorklistRow, asOf: Day) => (isDone(row) ? null : writeDue(row.dueOn, asOf))

/** One referral in the list. */
export function Row({ row, asOf, mayChange, selected, takesFocus, onSelect, onEdit }: RowProps) {
  const edit = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) edit.current?.focus()
  }, [takesFocus])
  const name = writeName(row.patient)
  const overdue = row.dueOn !== null && row.dueOn < asOf && !isDone(row)
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
      <td data-label="Due" className={overdue ? 'overdue' : undefined}>
        {dueOf(row, asOf) ?? <span className="fine">done</span>}
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
