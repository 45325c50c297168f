import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openCheckpoint, signCheckpoint } from '../src/audit/checkpoint.ts'
import { openNote, signNote, verifierOf, writeVerifier } from '../src/audit/signed-note.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

const seed = 'gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM='
const der = Buffer.concat([hex('302e020100300506032b657004220420'), Buffer.from(seed, 'base64')])
const key = {
  name: 'PeterNeumann',
  privateKey: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
}
const text =
  'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
    '’',
    "'",
  )
const signature =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'

describe('A signed note', () => {
  it('is signed and named as others do', () => {
    expect(writeVerifier(verifierOf(key))).toBe(
      'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
    )
    expect(signNote(text, key)).toBe(`${text}\n${signature}`)
    expect(openNote(`${text}\n${signature}`, verifierOf(key))).toBe(text)
  })

  it('is not opened when its text or its name is another', () => {
    expect(openNote(`${text} \n${signature}`, verifierOf(key))).toBeUndefined()
    expect(openNote(`${text}\n${signature}`, { ...verifierOf(key), name: 'Peter' })).toBeUndefined()
  })
})

describe('A checkpoint', () => {
  it('comes back as it was signed, and from its own log alone', () => {
    const root = Buffer.alloc(32, 7)
    const note = signCheckpoint({ size: 8, root }, key)
    expect(openCheckpoint(note, verifierOf(key))).toEqual({ size: 8, root })
    expect(
      openCheckpoint(signNote(`another\n8\n${root.toString('base64')}\n`, key), verifierOf(key)),
    ).toBeUndefined()
  })
})
