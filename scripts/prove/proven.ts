/** What a proof came to: whether everything holds that it counts, and the counts. */
export type Proven = { holds: boolean; lines: readonly string[] }
