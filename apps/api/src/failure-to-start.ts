import { RefusedToStart } from './refused-to-start.ts'

type Failure = { code?: unknown; path?: unknown; syscall?: unknown; stderr?: unknown }

const diskFull = 'The disk is full: free some space, then start again.'

const sentences: Record<string, (failure: Failure) => string> = {
  ENOSPC: () => diskFull,
  EDQUOT: () => diskFull,
  EADDRINUSE: () =>
    'The port is taken by another program: stop that program, or set PORT to another number.',
  EADDRNOTAVAIL: () => 'HOST is not an address of this machine: set it to one, such as 127.0.0.1.',
  ENOTFOUND: () => 'HOST is not an address of this machine: set it to one, such as 127.0.0.1.',
  EACCES: ({ syscall, path }) =>
    syscall === 'listen'
      ? 'This user may not use that port: set PORT to 1024 or higher.'
      : `This user may not use ${path ?? 'a file it needs'}: give the user the right to, or start as the user who owns it.`,
  EPERM: ({ path }) =>
    `This user may not use ${path ?? 'a file it needs'}: start as the user who owns it.`,
  EROFS: ({ path }) =>
    `${path ?? 'The folder'} is on a read-only disk: set DATA_DIR to a folder that can be written.`,
  ENOTDIR: ({ path }) =>
    `${path ?? 'DATA_DIR'} is not a folder: set DATA_DIR to the path of a folder.`,
  EEXIST: ({ path }) =>
    `${path ?? 'DATA_DIR'} is not a folder: set DATA_DIR to the path of a folder.`,
  EMFILE: () => 'This user may not open enough files: raise the limit (ulimit -n).',
}

const firstLine = (words: string) => words.trim().split('\n')[0]?.trim() ?? ''

const ofProgram = (words: string) =>
  /ENOSPC|EDQUOT|No space left|os error 28/.test(words)
    ? diskFull
    : `Kyphoscreen could not be made ready: ${firstLine(words)}`

/** Why a start failed, as one sentence that names the remedy where there is one. */
export const explainFailure = (error: unknown): string => {
  if (error instanceof RefusedToStart) return error.message
  if (!(error instanceof Error)) return 'Kyphoscreen could not start.'
  const failure: Failure & Error = error
  const sentence = sentences[String(failure.code)]
  if (sentence) return sentence(failure)
  if (typeof failure.stderr === 'string' && failure.stderr.trim()) return ofProgram(failure.stderr)
  return `Kyphoscreen could not start: ${firstLine(failure.message)}`
}
