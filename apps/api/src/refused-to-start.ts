/** A start that cannot go on, told to the person at the terminal in one sentence. */
export class RefusedToStart extends Error {
  override name = 'RefusedToStart'
}
