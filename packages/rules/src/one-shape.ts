import type { z } from 'zod'

/** Gives an object with every key of a schema and nothing recorded: its copies have one shape whatever is recorded, and the engine reads objects of one shape much faster. */
export const nothingOf = <Schema extends z.ZodObject>(schema: Schema): Partial<z.infer<Schema>> =>
  Object.fromEntries(Object.keys(schema.shape).map((key) => [key, undefined])) as Partial<
    z.infer<Schema>
  >
