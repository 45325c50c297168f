import { describe, expect, it } from 'vitest'
import {
  emptyRoot,
  grown,
  inclusionProof,
  leafHash,
  nodeHash,
  noLeaves,
  rootFrom,
  rootOf,
} from '../src/audit/merkle.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

/** The tree that implementations of RFC 6962 and RFC 9162 are tried with. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((leaf) => leafHash(hex(leaf)))

const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const proofs: [number, number, string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]

const known = (from: number, to: number) => (to - from === 1 ? leaves[from] : undefined)

describe('The tree of RFC 6962 and RFC 9162', () => {
  it('has the roots that others have', () => {
    const made = leaves.map((_, place) => rootOf(grown(noLeaves, leaves.slice(0, place + 1))))
    expect(made.map((root) => root.toString('hex'))).toEqual(roots)
    expect(emptyRoot.toString('hex')).toMatch(/^e3b0c44298fc1c14/)
  })

  it.each(proofs)('proves leaf %i of %i as others do', (place, size, proof) => {
    const made = inclusionProof(known, place, size)
    expect(made.map((hash) => hash.toString('hex'))).toEqual(proof)
  })

  it('proves every leaf of every tree of up to 300 leaves at its place alone', () => {
    const many = Array.from({ length: 300 }, (_, place) => leafHash(Buffer.from(`${place}`)))
    const hashOf = (from: number, to: number) => (to - from === 1 ? many[from] : undefined)
    for (let size = 1; size <= 300; size += 37) {
      const root = rootOf(grown(noLeaves, many.slice(0, size)))
      for (let place = 0; place < size; place += 1) {
        const proof = inclusionProof(hashOf, place, size)
        const [leaf = emptyRoot, other = emptyRoot] = [many[place], many[place + 1]]
        expect(rootFrom(leaf, { place, size, proof })).toEqual(root)
        expect(rootFrom(other, { place, size, proof })).not.toEqual(root)
        expect(rootFrom(leaf, { place, size, proof: [...proof, leaf] })).toBeUndefined()
      }
    }
  })

  it('keeps the hash of each block of 256 leaves that is complete', () => {
    const many = Array.from({ length: 700 }, (_, place) => leafHash(Buffer.from(`${place}`)))
    const blocks: Buffer[] = []
    const first = grown(noLeaves, many.slice(0, 300), blocks)
    const all = grown(first, many.slice(300), blocks)
    const [one, two] = [many.slice(0, 256), many.slice(256, 512)].map((part) =>
      rootOf(grown(noLeaves, part)),
    )
    expect(blocks).toEqual([one, two])
    expect(all.hashes[0]).toEqual(nodeHash(one ?? emptyRoot, two ?? emptyRoot))
  })
})
