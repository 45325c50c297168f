import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { addToFile, fileThere, keepFile } from './kept-files.ts'
import type { Frontier } from './merkle.ts'
import type { NoteVerifier } from './signed-note.ts'

/** What is known of the log outside the database: the tree as last signed, and the hash of its last entry. */
export type Signed = { tree: Frontier; lastHash: Buffer }

const Hash = z.hex().length(64)
const State = z.strictObject({ size: z.int(), hashes: z.array(Hash), lastHash: Hash })

const bytesOf = (hex: string) => Buffer.from(hex, 'hex')

const apart = '\n\n\n'

/** Notes follow one another; one that was cut off by a crash spoils none after it. */
const notesIn = (text: string) =>
  text
    .split(/\n{3,}/)
    .filter((note) => note !== '')
    .map((note) => `${note.trimEnd()}\n`)

const lastOpened = (notes: readonly string[], verifier: NoteVerifier): Checkpoint | undefined => {
  for (const note of notes.toReversed()) {
    const checkpoint = openCheckpoint(note, verifier)
    if (checkpoint) return checkpoint
  }
  return undefined
}

const addCheckpoint = async (place: string, note: string) => {
  await mkdir(place, { recursive: true, mode: 0o700 })
  await addToFile(join(place, 'checkpoints'), `${apart}${note}`)
}

/** What is kept in the audit folder, and in a second place where there is one; a second place that fails is told of and holds nothing up. */
export function outsideOf(
  folder: string,
  copyFolder: string | undefined,
  tellFailure: (error: Error) => void,
) {
  const stateFile = join(folder, 'signed.json')
  const checkpointsIn = (place: string) => fileThere(join(place, 'checkpoints'))
  const keptTexts = async () => {
    const own = await checkpointsIn(folder)
    if (copyFolder === undefined) return [own]
    const second = checkpointsIn(copyFolder).catch((error: Error) => void tellFailure(error))
    return [own, (await second) ?? undefined]
  }

  return {
    /** Reads what was last signed; undefined when nothing was. */
    async signed(): Promise<Signed | undefined> {
      const text = await fileThere(stateFile)
      if (text === undefined) return undefined
      const { size, hashes, lastHash } = State.parse(JSON.parse(text))
      return { tree: { size, hashes: hashes.map(bytesOf) }, lastHash: bytesOf(lastHash) }
    },

    /** Keeps a checkpoint, then what it was signed from. */
    async keep(note: string, { tree: { size, hashes }, lastHash }: Signed): Promise<void> {
      await addCheckpoint(folder, note)
      if (copyFolder !== undefined) await addCheckpoint(copyFolder, note).catch(tellFailure)
      const hex = hashes.map((hash) => hash.toString('hex'))
      const state = { size, hashes: hex, lastHash: lastHash.toString('hex') }
      await keepFile(stateFile, `${JSON.stringify(state)}\n`)
    },

    /** Gives the largest of the checkpoints that were last kept, one of each place. */
    async newest(verifier: NoteVerifier): Promise<Checkpoint | undefined> {
      const texts = await keptTexts()
      return texts
        .flatMap((text) => lastOpened(notesIn(text ?? ''), verifier) ?? [])
        .sort((one, other) => other.size - one.size)[0]
    },

    /** Lists the checkpoints of every place, the smallest first; what the key has not signed is not one. */
    async checkpoints(verifier: NoteVerifier): Promise<Checkpoint[]> {
      const texts = await keptTexts()
      const notes = new Set(texts.flatMap((text) => notesIn(text ?? '')))
      return [...notes]
        .flatMap((note) => openCheckpoint(note, verifier) ?? [])
        .sort((one, other) => one.size - other.size)
    },
  }
}

export type Outside = ReturnType<typeof outsideOf>
