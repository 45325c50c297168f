const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
      )
    : value

/** Writes JSON with its keys in order, so that equal values are equal texts. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, inOrder)
