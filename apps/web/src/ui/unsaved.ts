/** How far one goes: to another page, or to another part of the list on the same one. */
export type Leaving = 'page' | 'list'

/** Entries that are not on the server, and what is said of them before they are lost. */
export type Guard = { isUnsaved: () => boolean; says: () => string; leaving: Leaving }

/** Everything on the page that may hold entries. */
export const guards = new Set<Guard>()

/** Says what would be lost by leaving; undefined when nothing would be. */
export const wouldLose = (leaving: Leaving): string | undefined =>
  [...guards]
    .find((guard) => (leaving === 'page' || guard.leaving === 'list') && guard.isUnsaved())
    ?.says()
