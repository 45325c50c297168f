type Act = () => Promise<void>

const acts = new Set<Act>()

/** Registers what is to be done before the page is left for good; gives the way to withdraw it. */
export function beforeLeaving(act: Act): () => void {
  acts.add(act)
  return () => acts.delete(act)
}

/** Does everything that is to be done before the page is left for good. */
export async function prepareToLeave(): Promise<void> {
  await Promise.all([...acts].map((act) => act()))
}
