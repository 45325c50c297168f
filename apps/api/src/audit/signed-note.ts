import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** A key that signs notes (C2SP signed-note, Ed25519), under its name. */
export type NoteKey = { name: string; privateKey: KeyObject }

/** What verifies the notes of a key. */
export type NoteVerifier = { name: string; id: Buffer; publicKey: KeyObject }

const ed25519 = Buffer.of(1)
const rawLength = 32

const rawOf = (key: KeyObject): Buffer =>
  key.export({ type: 'spki', format: 'der' }).subarray(-rawLength)

const idOf = (name: string, raw: Buffer) =>
  createHash('sha256').update(`${name}\n`).update(ed25519).update(raw).digest().subarray(0, 4)

/** Gives what verifies the notes that a key signs. */
export function verifierOf({ name, privateKey }: NoteKey): NoteVerifier {
  const publicKey = createPublicKey(privateKey)
  return { name, id: idOf(name, rawOf(publicKey)), publicKey }
}

/** Writes a verifier as people keep it: name, id and key in one line (C2SP signed-note's "verifier key"). */
export const writeVerifier = ({ name, id, publicKey }: NoteVerifier): string =>
  `${name}+${id.toString('hex')}+${Buffer.concat([ed25519, rawOf(publicKey)]).toString('base64')}`

/** Signs a text, which ends with a newline. */
export function signNote(text: string, key: NoteKey): string {
  const { name, id } = verifierOf(key)
  const signature = sign(null, Buffer.from(text), key.privateKey)
  return `${text}\n— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`
}

const isSignedBy = (text: string, line: string, { name, id, publicKey }: NoteVerifier) => {
  const prefix = `— ${name} `
  if (!line.startsWith(prefix)) return false
  const bytes = Buffer.from(line.slice(prefix.length), 'base64')
  if (bytes.toString('base64') !== line.slice(prefix.length)) return false
  return (
    bytes.subarray(0, 4).equals(id) && verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
  )
}

/** Gives the text of a note that a key has signed; undefined when it has not. */
export function openNote(note: string, verifier: NoteVerifier): string | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return undefined
  const text = note.slice(0, end + 1)
  const lines = note.slice(end + 2, -1).split('\n')
  return lines.some((line) => isSignedBy(text, line, verifier)) ? text : undefined
}
