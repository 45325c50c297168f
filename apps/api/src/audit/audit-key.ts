import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { RefusedToStart } from '../refused-to-start.ts'
import { keepFile } from './kept-files.ts'
import { type NoteKey, verifierOf, writeVerifier } from './signed-note.ts'

const nameLength = 16

/** The key's own hash in its name tells one clinic's log from another's. */
const namedKey = (pem: string): NoteKey => {
  const privateKey = createPrivateKey(pem)
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const hash = createHash('sha256').update(raw).digest('hex')
  return { name: `kyphoscreen-log-${hash.slice(0, nameLength)}`, privateKey }
}

const readKey = async (file: string): Promise<NoteKey | undefined> => {
  try {
    const pem = await readFile(file, 'utf8')
    const key = namedKey(pem)
    if (key.privateKey.asymmetricKeyType === 'ed25519') return key
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  }
  throw new RefusedToStart(
    `${file} holds no Ed25519 key in PEM that can be read: correct AUDIT_KEY_FILE.`,
  )
}

/** Of two processes that make a key at once, one does; the other uses it. */
const makeKey = async (file: string): Promise<void> => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const made = `${file}.${process.pid}.new`
  await keepFile(made, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  await link(made, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  await unlink(made)
}

/**
 * Reads the key that signs checkpoints, outside the database. At the first start it is made in the audit folder, which
 * is closed to other users, with the public key to hand out beside it; a key file that is named must be there.
 */
export async function auditKey(folder: string, keyFile: string | undefined): Promise<NoteKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const file = keyFile ?? join(folder, 'key.pem')
  if (keyFile === undefined && !(await readKey(file))) await makeKey(file)
  const key = await readKey(file)
  if (!key) throw new RefusedToStart(`There is no key at ${dirname(file)}: correct AUDIT_KEY_FILE.`)
  await keepFile(join(folder, 'public-key'), `${writeVerifier(verifierOf(key))}\n`)
  return key
}
