import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** What a version of the rules answers to findings: its result, in the shape of that version; findings it does not accept are refused by throwing. */
export type ScreenOfVersion = (findings: unknown) => unknown

/** The rules of a released version cannot be run: their file is not the one that was kept at the release. */
export class RulesFileAltered extends Error {}

/** The file in this folder that lists the SHA-256 of every kept version, unpacked, as `sha256sum` writes it. */
export const sumsFile = new URL('./SHA256SUMS', import.meta.url)

/** Names the file in which the rules of a version are kept, packed with Brotli. */
export const keptRulesFile = (version: string): URL =>
  new URL(`./${nameOf(version)}.br`, import.meta.url)

/** What the kept file of a version is called once it is unpacked. */
export const nameOf = (version: string): string => `rules-${version}.mjs`

/** Gives the SHA-256 of unpacked rules. */
export const sumOf = (code: Uint8Array): string => createHash('sha256').update(code).digest('hex')

const sums: ReadonlyMap<string, string> = new Map(
  readFileSync(sumsFile, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, sum, version] = /^([0-9a-f]{64}) {2}rules-(.+)\.mjs$/.exec(line) ?? []
      return sum && version ? [[version, sum] as const] : []
    }),
)

/** The versions whose rules are kept, oldest first. */
export const keptVersions: readonly string[] = [...sums.keys()]

/** Unpacks the rules of a version; undefined when they are not kept, and refused when they are not what was kept. */
export function readKeptRules(version: string, file = keptRulesFile(version)): Buffer | undefined {
  const sum = sums.get(version)
  if (sum === undefined) return undefined
  const code = unpacked(file)
  if (code === undefined || sumOf(code) !== sum) {
    throw new RulesFileAltered(`The kept rules of version ${version} are not as they were released`)
  }
  return code
}

function unpacked(file: URL): Buffer | undefined {
  try {
    return brotliDecompressSync(readFileSync(file))
  } catch {
    return undefined
  }
}

const running = new Map<string, Promise<ScreenOfVersion>>()

const run = async (code: Buffer): Promise<ScreenOfVersion> =>
  (await import(`data:text/javascript;base64,${code.toString('base64')}`)).screen

/** Runs the rules of a version as they were released; undefined when they are not kept. */
export async function keptRules(version: string): Promise<ScreenOfVersion | undefined> {
  const code = running.has(version) ? undefined : readKeptRules(version)
  if (code) running.set(version, run(code))
  return running.get(version)
}
