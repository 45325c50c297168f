import { hash } from 'node:crypto'

const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  hash('sha256', Buffer.concat(parts), 'buffer')

const leafTag = Buffer.of(0)
const nodeTag = Buffer.of(1)

/** The hash of a leaf of an RFC 9162 tree; the leaves of the log are its entries' hashes. */
export const leafHash = (leaf: Uint8Array): Buffer => sha256(leafTag, leaf)

/** The hash over two subtrees, the earlier one first. */
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer =>
  sha256(nodeTag, left, right)

/** The root of a tree without leaves. */
export const emptyRoot: Buffer = sha256()

/** A tree that only grows, as the hashes of its complete subtrees, the largest first. */
export type Frontier = { size: number; hashes: readonly Buffer[] }

/** The tree without leaves. */
export const noLeaves: Frontier = { size: 0, hashes: [] }

const levelsOfBlock = 8

/** How many leaves a block has, whose hash is kept so that a proof need not read them all. */
export const leavesOfBlock = 2 ** levelsOfBlock

/** Adds leaves' hashes to a tree, and the hashes of the blocks that they complete to a list. */
export function grown(
  { size, hashes }: Frontier,
  leaves: Iterable<Buffer>,
  blocks: Buffer[] = [],
): Frontier {
  const grownHashes = [...hashes]
  let grownSize = size
  for (const leaf of leaves) {
    let top = leaf
    let level = 0
    for (let before = grownSize; before % 2 === 1; before = (before - 1) / 2) {
      top = nodeHash(grownHashes.pop() ?? top, top)
      level += 1
      if (level === levelsOfBlock) blocks.push(top)
    }
    grownHashes.push(top)
    grownSize += 1
  }
  return { size: grownSize, hashes: grownHashes }
}

/** Gives the root of a tree. */
export const rootOf = ({ hashes }: Frontier): Buffer =>
  hashes.reduceRight<Buffer | undefined>(
    (root, hash) => (root ? nodeHash(hash, root) : hash),
    undefined,
  ) ?? emptyRoot

/** Gives the hash of the subtree over the leaves from one place to before another. */
export type SubtreeHash = (from: number, to: number) => Buffer | undefined

const splitOf = (size: number) => {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

/** Works out the hash of a subtree from those that are known; throws when one is lacking. */
export function subtreeHash(known: SubtreeHash, from: number, to: number): Buffer {
  const hash = known(from, to)
  if (hash) return hash
  if (to - from < 2) throw new Error('a hash of the tree is not known')
  const middle = from + splitOf(to - from)
  return nodeHash(subtreeHash(known, from, middle), subtreeHash(known, middle, to))
}

/** Gives the proof that a leaf is in a tree: the hashes beside its way to the root, from the leaf up. */
export function inclusionProof(known: SubtreeHash, place: number, size: number): Buffer[] {
  const proof: Buffer[] = []
  let from = 0
  let to = size
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (place < middle) {
      proof.unshift(subtreeHash(known, middle, to))
      to = middle
    } else {
      proof.unshift(subtreeHash(known, from, middle))
      from = middle
    }
  }
  return proof
}

/** Gives the root that a leaf at a place and its proof lead to in a tree of a size (RFC 9162, 2.1.3.2); undefined when the proof has another length. */
export function rootFrom(
  leaf: Buffer,
  { place, size, proof }: { place: number; size: number; proof: readonly Buffer[] },
): Buffer | undefined {
  if (place < 0 || place >= size) return undefined
  let [node, last, root] = [place, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) return undefined
    const isRight = node % 2 === 1
    if (isRight || node === last) {
      root = nodeHash(beside, root)
      while (!isRight && node % 2 === 0 && node > 0) {
        node = node / 2
        last = Math.floor(last / 2)
      }
    } else root = nodeHash(root, beside)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 ? root : undefined
}
