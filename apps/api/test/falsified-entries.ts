import type { z } from 'zod'
import type { Receipt } from '../src/audit/receipt.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'

/** What a receipt says. */
export type Content = z.infer<typeof Receipt>

/** What a forger has: another receipt of the same log, chance, a key of their own, and once even the log's. */
export type Forger = { other: Content; chance: () => number; key: NoteKey; strange: NoteKey }

/** Makes something else of what a receipt says. */
export type Hand = (receipt: Content, forger: Forger) => unknown

/** A whole number below another, by chance. */
export const upTo = (end: number, { chance }: Forger) => Math.floor(chance() * end)

/** Changes one byte of a text in hex or base64. */
export const otherBytes = (text: string, encoding: 'hex' | 'base64', forger: Forger) => {
  const bytes = Buffer.from(text, encoding)
  const at = upTo(bytes.length, forger)
  bytes[at] = (bytes[at] ?? 0) ^ (1 + upTo(255, forger))
  return bytes.toString(encoding)
}

const withEntry = (receipt: Content, change: Record<string, unknown>) => ({
  ...receipt,
  entry: { ...receipt.entry, ...change },
})

const withSealed = (receipt: Content, change: Record<string, unknown>) => ({
  ...receipt,
  sealed: { ...receipt.sealed, ...change },
})

/** Ways to change a receipt’s entry and what it seals. */
export const falsifiedEntries: Record<string, Hand> = {
  'another event': (receipt, forger) =>
    withEntry(receipt, { bytes: otherBytes(receipt.entry.bytes, 'base64', forger) }),
  'another number': (receipt) => withEntry(receipt, { sequence: receipt.entry.sequence + 1 }),
  'the number of none': (receipt) => withEntry(receipt, { sequence: 0 }),
  'another time': (receipt) => withEntry(receipt, { at: receipt.entry.at - 1 }),
  'a time before 1970': (receipt) => withEntry(receipt, { at: -receipt.entry.at }),
  'another entry before': (receipt, forger) =>
    withEntry(receipt, { previous: otherBytes(receipt.entry.previous, 'hex', forger) }),
  'hex in capitals': (receipt) =>
    withEntry(receipt, { previous: `${receipt.entry.previous.slice(2)}AB` }),
  'the entry of another': (receipt, { other }) => ({ ...receipt, entry: other.entry }),
  'another salt': (receipt, forger) =>
    withSealed(receipt, { salt: otherBytes(receipt.sealed.salt, 'hex', forger) }),
  'other details': (receipt, forger) =>
    withSealed(receipt, { details: otherBytes(receipt.sealed.details, 'base64', forger) }),
  'no details': (receipt) => withSealed(receipt, { details: null }),
  'base64 that ends otherwise': (receipt) =>
    withSealed(receipt, { details: `${receipt.sealed.details}=` }),
  'the details of another': (receipt, { other }) => ({ ...receipt, sealed: other.sealed }),
  'nothing sealed': (receipt) => ({ ...receipt, sealed: null }),
  'a member more': (receipt) => ({ ...receipt, verified: true }),
  'a member more inside': (receipt) => withEntry(receipt, { hash: receipt.proof[0] }),
  'a member less': ({ format: _, ...receipt }) => receipt,
  'another format': (receipt) => ({ ...receipt, format: 'kyphoscreen-receipt-2' }),
  'a list around it': (receipt) => [receipt],
}

/** Ways to change a receipt’s proof. */
export const falsifiedProofs: Record<string, Hand> = {
  'the proof of another': (receipt, { other }) => ({ ...receipt, proof: other.proof }),
  'a hash less': (receipt, forger) => ({
    ...receipt,
    proof: receipt.proof.toSpliced(upTo(receipt.proof.length, forger), 1),
  }),
  'a hash more': ({ proof, ...receipt }) => ({ ...receipt, proof: [...proof, proof[0]] }),
  'hashes turned round': (receipt) => ({ ...receipt, proof: receipt.proof.toReversed() }),
  'another hash': ({ proof: [first = '', ...proof], ...receipt }, forger) => ({
    ...receipt,
    proof: [otherBytes(first, 'hex', forger), ...proof],
  }),
  'a hash in two pieces': ({ proof: [first = '', ...proof], ...receipt }) => ({
    ...receipt,
    proof: [first.slice(0, 32), first.slice(32), ...proof],
  }),
  'no proof': (receipt) => ({ ...receipt, proof: [] }),
  'a proof that is no list': (receipt) => ({ ...receipt, proof: { ...receipt.proof } }),
}
