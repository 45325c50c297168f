import { argon2Sync, randomBytes } from 'node:crypto'

const work = { memory: 8, passes: 1, parallelism: 1, tagLength: 32 } as const

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

/** A password hashed with the least work there is, for accounts whose password is not what a test is about. */
export function quickHash(password: string): string {
  const nonce = randomBytes(16)
  const hash = argon2Sync('argon2id', { ...work, message: password, nonce })
  const { memory, passes, parallelism } = work
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(nonce)}$${unpadded(hash)}`
}
