import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

const flushFolder = async (folder: string) => {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** Writes a file of this user alone, whole or not at all, and is done when it is on the disk. */
export async function keepFile(file: string, text: string): Promise<void> {
  const half = `${file}.${process.pid}.half`
  const handle = await open(half, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(half, file)
  await flushFolder(dirname(file))
}

/** Adds to a file of this user alone, and is done when it is on the disk. */
export async function addToFile(file: string, text: string): Promise<void> {
  const handle = await open(file, 'a', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads a file; undefined when there is none. */
export async function fileThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
