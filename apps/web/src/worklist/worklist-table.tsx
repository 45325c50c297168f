import { writeDay } from '@kyphoscreen/rules'
import { useState } from 'react'
import type { FoundProps } from './found.tsx'
import { Row } from './row.tsx'
import { RowEdit } from './row-edit.tsx'
import { SortHeader } from './sort-header.tsx'
import { listWords } from './wording.ts'

type Selected = ReadonlySet<string>

type WorklistTableProps = FoundProps & {
  says: string
  selected: Selected
  onSelect: (selected: Selected) => void
}

const toggled = (selected: Selected, id: string, on: boolean): Selected => {
  const next = new Set(selected)
  if (on) next.add(id)
  else next.delete(id)
  return next
}

function Heads({ query, page, mayChange, selected, onSelect, onSort }: WorklistTableProps) {
  const { sort } = query
  const all = page.rows.every(({ id }) => selected.has(id))
  return (
    <thead>
      <tr>
        {mayChange ? (
          <th scope="col" className="select-cell">
            <label className="select-row">
              <input
                type="checkbox"
                checked={all}
                onChange={({ target }) =>
                  onSelect(new Set(target.checked ? page.rows.map(({ id }) => id) : []))
                }
              />
              <span className="visually-hidden">Select every referral of this page</span>
            </label>
          </th>
        ) : null}
        <SortHeader by="name" words="Patient" sort={sort} onSort={onSort} />
        <th scope="col">Outcome as of {writeDay(page.asOf)}</th>
        <th scope="col">What decides</th>
        <SortHeader by="next-change" words="Next change" sort={sort} onSort={onSort} />
        <SortHeader by="closing" words="Window closes" sort={sort} onSort={onSort} />
        <SortHeader by="due" words="Due" sort={sort} onSort={onSort} />
        <th scope="col">Owner</th>
        <th scope="col">State</th>
        <th scope="col">Priority</th>
        {mayChange ? (
          <th scope="col">
            <span className="visually-hidden">Edit</span>
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

/** A page of a list as a table; on a narrow screen each row reads as a card. */
export function WorklistTable(props: WorklistTableProps) {
  const { query, page, says, people, mayChange, selected, onSelect, onChange } = props
  const [edited, setEdited] = useState<Selected>(new Set())
  const [returned, setReturned] = useState<string>()
  const stop = (id: string) => {
    setEdited((before) => toggled(before, id, false))
    setReturned(id)
  }
  return (
    <table className="worklist-table">
      <caption>
        {listWords[query.list]}, {says}
      </caption>
      <Heads {...props} />
      <tbody>
        {page.rows.map((row) =>
          edited.has(row.id) ? (
            <RowEdit
              key={row.id}
              row={row}
              asOf={page.asOf}
              people={people}
              onChange={onChange}
              onClose={() => stop(row.id)}
            />
          ) : (
            <Row
              key={row.id}
              row={row}
              asOf={page.asOf}
              mayChange={mayChange}
              selected={selected.has(row.id)}
              takesFocus={returned === row.id}
              onSelect={(on) => onSelect(toggled(selected, row.id, on))}
              onEdit={() => setEdited((before) => toggled(before, row.id, true))}
            />
          ),
        )}
      </tbody>
    </table>
  )
}
