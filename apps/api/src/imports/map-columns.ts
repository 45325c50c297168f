import { z } from 'zod'
import type { Actor } from '../audit/entry.ts'
import { ImportTarget } from '../contract.ts'
import { RefusedToStart } from '../refused-to-start.ts'
import type { ImportStore } from './store.ts'

const Mapping = z.record(z.string(), ImportTarget.nullable())

/** Says what the columns of an import tell, as a file of names does; refused when it names one that is not there. */
export async function mapColumns(
  imports: ImportStore,
  { id, by }: { id: string; by: Actor },
  text: string,
): Promise<void> {
  let wanted: z.infer<typeof Mapping>
  try {
    wanted = Mapping.parse(JSON.parse(text))
  } catch {
    throw new RefusedToStart(
      'The mapping must be a JSON object that names, for columns of the file, what each tells: {"Their column": "mrn"}.',
    )
  }
  const { columns } = await imports.preview(id)
  const unknown = Object.keys(wanted).filter(
    (name) => !columns.some(({ column }) => column === name),
  )
  if (unknown.length > 0) {
    throw new RefusedToStart(
      `The mapping names ${unknown.length} columns that the file does not have.`,
    )
  }
  const taken = new Set(Object.values(wanted))
  const told = columns.map(({ column, to }) => ({
    column,
    to: column in wanted ? (wanted[column] ?? null) : to !== null && taken.has(to) ? null : to,
  }))
  await imports.map(id, { columns: told }, by)
}
