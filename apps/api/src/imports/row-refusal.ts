/** What is wrong with a field of a referral, by its path. */
export type RowRefusal = { path: readonly PropertyKey[]; reason: string }

/** Gives the path that a JSON pointer writes. */
export const pathOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
