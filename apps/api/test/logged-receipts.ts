import { appendEntries } from '../src/audit/append.ts'
import type { Audit } from '../src/audit/audit.ts'
import { signCheckpoint } from '../src/audit/checkpoint.ts'
import type { Logged } from '../src/audit/log-check.ts'
import { loggedPages } from '../src/audit/logged-pages.ts'
import { grown, inclusionProof, leafHash, nodeHash, noLeaves, rootOf } from '../src/audit/merkle.ts'
import { writeReceipt } from '../src/audit/receipt.ts'
import type { NoteKey } from '../src/audit/signed-note.ts'
import type { Acting } from './audited-acts.ts'
import type { FreshDatabase } from './fresh-database.ts'

const texts = ['Quill', 'Zoë “Æ” \u2028', '病历 🦴', '"\\\t\u0001/', '']

const search = ({ by, patients }: Acting, place: number) => ({
  by,
  entry: {
    action: 'patients-searched' as const,
    details: { text: `${texts[place % texts.length]} ${place}`, found: place / 7 },
    ...(place % 3 ? {} : { shown: patients }),
  },
})

/** Writes so many searches, which seal what was typed, in one transaction. */
export async function writeSearches(
  fresh: FreshDatabase,
  who: Acting,
  searches: number,
): Promise<void> {
  const told = Array.from({ length: searches }, (_, place) => search(who, place))
  await fresh.database.$transaction((transaction) => appendEntries(transaction, told))
}

/** Gives the hashes of all complete subtrees over a list of leaves. */
const subtreesOver = (leaves: Buffer[]) => {
  const levels = [leaves]
  for (let below = leaves; below.length > 1; below = levels.at(-1) ?? []) {
    const pairs = Array.from({ length: Math.floor(below.length / 2) }, (_, at) =>
      nodeHash(below[2 * at] as Buffer, below[2 * at + 1] as Buffer),
    )
    levels.push(pairs)
  }
  return (from: number, to: number) => {
    const level = Math.log2(to - from)
    return from % (to - from) === 0 ? levels[level]?.[from / (to - from)] : undefined
  }
}

const loggedBy = async (fresh: FreshDatabase): Promise<Logged[]> => {
  const logged: Logged[] = []
  for await (const page of loggedPages(fresh.database)) logged.push(...page)
  return logged
}

/** Makes a receipt of each entry that seals something, in trees of several sizes up to the whole log's. */
export async function loggedReceipts(fresh: FreshDatabase, key: NoteKey): Promise<Buffer[]> {
  const logged = await loggedBy(fresh)
  const leaves = logged.map(({ entry }) => leafHash(entry.hash))
  const known = subtreesOver(leaves)
  const signed = [0.3, 0.5, 0.77, 1].map((part) => {
    const tree = grown(noLeaves, leaves.slice(0, Math.floor(part * leaves.length)))
    return { size: tree.size, note: signCheckpoint({ size: tree.size, root: rootOf(tree) }, key) }
  })
  return logged.flatMap(({ entry, seal }, place) => {
    const able = signed.filter(({ size }) => size > place)
    const { size = 0, note = '' } = able[place % able.length] ?? {}
    if (!seal?.details) return []
    const proof = inclusionProof(known, place, size)
    const { salt, details } = seal
    return [Buffer.from(writeReceipt({ entry, salt, details, proof, checkpoint: note }))]
  })
}

/** Gives the lines of the log's export, without their ends. */
export async function exportedLines(audit: Audit): Promise<string[]> {
  let text = ''
  for await (const piece of await audit.signedLog()) text += piece
  return text.split('\n').slice(0, -1)
}
