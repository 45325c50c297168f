import { vertebraeInOrder } from '@kyphoscreen/rules'
import { useState } from 'react'
import { type UseFieldArrayReturn, useFormContext, useWatch } from 'react-hook-form'
import { PlusIcon } from '../ui/icons.tsx'
import { OptionField } from '../ui/option-field.tsx'
import { blankLevel, type Entries, type LevelEntries } from './entries.ts'
import { elementId } from './entry-names.ts'
import { useProblem } from './form-context.ts'
import { Undo } from './undo.tsx'

const regions = { T: 'Thoracic', L: 'Lumbar', C: 'Cervical', S: 'Sacral' } as const

const groups = Object.entries(regions).map(([letter, heading]) => ({
  heading,
  options: vertebraeInOrder
    .filter((vertebra) => vertebra.startsWith(letter))
    .map((vertebra) => ({ value: vertebra, label: vertebra })),
}))

/** The level’s name for a heading: as chosen, or its place in the list. */
export const nameOfLevel = (level: string | undefined, index: number): string =>
  level || `Level ${index + 1}`

function LevelName({ index, onRemove }: { index: number; onRemove: (() => void) | undefined }) {
  const path = `levels.${index}.level` as const
  const { register } = useFormContext<Entries>()
  const level = useWatch<Entries, typeof path>({ name: path })
  return (
    <li className="level-name">
      <OptionField
        id={elementId(path)}
        label={`Level ${index + 1}`}
        options={[{ value: '', label: 'Choose…' }]}
        groups={groups}
        field={register(path)}
        error={useProblem(path)}
      />
      {onRemove ? (
        <button type="button" className="button button-quiet" onClick={onRemove}>
          Remove<span className="visually-hidden"> {nameOfLevel(level, index)}</span>
        </button>
      ) : null}
    </li>
  )
}

type Removed = { index: number; entries: LevelEntries }

/** The list of levels as the form holds it. */
export type LevelsOfForm = UseFieldArrayReturn<Entries, 'levels'>

/** The fractured levels: name them, add one, remove one, and take a removal back. */
export function LevelList({ levels }: { levels: LevelsOfForm }) {
  const { fields, append, insert, remove } = levels
  const { getValues } = useFormContext<Entries>()
  const [removed, setRemoved] = useState<Removed>()
  const add = () => {
    setRemoved(undefined)
    append(blankLevel(), { focusName: `levels.${fields.length}.level` })
  }
  const removeAt = (index: number) => {
    setRemoved({ index, entries: getValues(`levels.${index}`) })
    remove(index)
  }
  const undo = ({ index, entries }: Removed) => {
    insert(index, entries, { focusName: `levels.${index}.level` })
    setRemoved(undefined)
  }
  return (
    <section className="form-section" aria-labelledby="levels-heading">
      <h2 id="levels-heading">Fractured levels</h2>
      <ul className="level-names">
        {fields.map(({ id }, index) => (
          <LevelName
            key={id}
            index={index}
            onRemove={fields.length > 1 ? () => removeAt(index) : undefined}
          />
        ))}
      </ul>
      {removed ? (
        <Undo
          says={`${nameOfLevel(removed.entries.level, removed.index)} removed with its entries.`}
          onUndo={() => undo(removed)}
        />
      ) : null}
      {fields.length < vertebraeInOrder.length ? (
        <button type="button" className="button" onClick={add}>
          <PlusIcon /> Add a level
        </button>
      ) : null}
    </section>
  )
}
