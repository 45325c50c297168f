import { type NoteKey, signNote } from '../src/audit/signed-note.ts'
import { type Content, type Hand, otherBytes, upTo } from './falsified-entries.ts'

/** Signs other lines in place of the checkpoint's three. */
const signedAnew = (
  receipt: Content,
  key: NoteKey,
  lines: (name: string, size: string, root: string) => string[],
) => {
  const [name = '', size = '', root = ''] = receipt.checkpoint.split('\n')
  return { ...receipt, checkpoint: signNote(`${lines(name, size, root).join('\n')}\n`, key) }
}

const asItIs = (...lines: string[]) => lines

const withSignature = (receipt: Content, change: (signature: Buffer) => Buffer) => {
  const start = receipt.checkpoint.lastIndexOf(' ') + 1
  const signature = change(Buffer.from(receipt.checkpoint.slice(start, -1), 'base64'))
  const checkpoint = `${receipt.checkpoint.slice(0, start)}${signature.toString('base64')}\n`
  return { ...receipt, checkpoint }
}

const orderOfBase = 2n ** 252n + 27742317777372353535851937790883648493n

/** The same signature with the group's order added to its second half, which sloppy verifiers take. */
const malleated = (signature: Buffer) => {
  const scalar = BigInt(`0x${Buffer.from(signature.subarray(36)).reverse().toString('hex')}`)
  const larger = (scalar + orderOfBase).toString(16).padStart(64, '0')
  return Buffer.concat([signature.subarray(0, 36), Buffer.from(larger, 'hex').reverse()])
}

/** Ways to change a receipt’s checkpoint; some are signed with the log’s own key, but are none. */
export const falsifiedCheckpoints: Record<string, Hand> = {
  'signed by another key': (receipt, { key, strange: { privateKey } }) =>
    signedAnew(receipt, { name: key.name, privateKey }, asItIs),
  'signed by another key under this one’s id': (receipt, { key, strange: { privateKey } }) => {
    const id = Buffer.from(receipt.checkpoint.trim().split(' ').at(-1) ?? '', 'base64')
    const forged = signedAnew(receipt, { name: key.name, privateKey }, asItIs)
    return withSignature(forged, (made) => Buffer.concat([id.subarray(0, 4), made.subarray(4)]))
  },
  'of another log': (receipt, { strange }) =>
    signedAnew(receipt, strange, (_, ...rest) => [strange.name, ...rest]),
  'another signature': (receipt, forger) => {
    const at = upTo(68, forger)
    return withSignature(receipt, (made) => made.fill((made[at] ?? 0) ^ 1, at, at + 1))
  },
  'a signature that is a multiple round': (receipt) => withSignature(receipt, malleated),
  'signed twice': (receipt) => ({
    ...receipt,
    checkpoint: `${receipt.checkpoint}${receipt.checkpoint.split('\n')[4]}\n`,
  }),
  'signed with a line more': (receipt, { key }) =>
    signedAnew(receipt, key, (...lines) => [...lines, 'more']),
  'signed under another name': (receipt, { key, strange }) =>
    signedAnew(receipt, key, (_, ...rest) => [strange.name, ...rest]),
  'signed with a size that begins with zero': (receipt, { key }) =>
    signedAnew(receipt, key, (name, size, root) => [name, `0${size}`, root]),
  'signed with a size in other digits': (receipt, { key }) =>
    signedAnew(receipt, key, (name, size, root) => [name, size.replace(/\d/, '１'), root]),
  'signed before the entry was there': (receipt, { key }) =>
    signedAnew(receipt, key, (name, _, root) => [name, `${receipt.entry.sequence - 1}`, root]),
  'signed with another root': (receipt, forger) =>
    signedAnew(receipt, forger.key, (name, size, root) => [
      name,
      size,
      otherBytes(root, 'base64', forger),
    ]),
  'signed with the root in another base64': (receipt, { key }) =>
    signedAnew(receipt, key, (name, size, root) => [name, size, root.replace('=', '')]),
  'no text': (receipt) => ({ ...receipt, checkpoint: null }),
  'a text in a list': (receipt) => ({ ...receipt, checkpoint: [receipt.checkpoint] }),
}
