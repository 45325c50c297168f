import { type NoteKey, type NoteVerifier, openNote, signNote } from './signed-note.ts'

/** How many entries the log had, and the root of the tree over their hashes. */
export type Checkpoint = { size: number; root: Buffer }

const form = /^(\S+)\n([1-9]\d{0,15})\n([0-9A-Za-z+/]{43}=)\n$/

/** Writes and signs a checkpoint (C2SP tlog-checkpoint); the log is called as its key is. */
export const signCheckpoint = ({ size, root }: Checkpoint, key: NoteKey): string =>
  signNote(`${key.name}\n${size}\n${root.toString('base64')}\n`, key)

/** Reads a checkpoint that a key has signed; undefined when it is none, another log's or not signed by the key. */
export function openCheckpoint(note: string, verifier: NoteVerifier): Checkpoint | undefined {
  const [, origin, size = '', base64 = ''] = form.exec(openNote(note, verifier) ?? '') ?? []
  const root = Buffer.from(base64, 'base64')
  if (origin !== verifier.name || root.toString('base64') !== base64) return undefined
  return { size: Number(size), root }
}
