import { canonicalJson } from '../src/audit/canonical-json.ts'
import { type NoteKey, signNote } from '../src/audit/signed-note.ts'

type Hand = (lines: readonly string[], strange: NoteKey) => string

const fileOf = (lines: readonly string[], end = '\n') => lines.map((line) => line + end).join('')

const changed = (
  lines: readonly string[],
  at: number,
  change: (line: ReturnType<typeof JSON.parse>) => unknown,
) => fileOf(lines.with(at, canonicalJson(change(JSON.parse(lines.at(at) ?? '')))))

const places = (lines: readonly string[]) => ({
  bare: lines.findIndex((line) => line.includes('"sealed":null')),
  sealing: lines.findIndex((line) => line.includes('"salt":')),
})

/** Ways to write an export that say the same as it does and hold. */
export const rightExports: Record<string, Hand> = {
  'as it is': (lines) => fileOf(lines),
  'with all details erased': (lines) =>
    fileOf(lines.map((line) => line.replace(/"details":"[^"]*"/, '"details":null'))),
}

const falsifiedLines: Record<string, Hand> = {
  'an entry less': (lines) => fileOf(lines.toSpliced(7, 1)),
  'an entry twice': (lines) => fileOf(lines.toSpliced(7, 0, lines[7] ?? '')),
  'the first entry less': (lines) => fileOf(lines.toSpliced(1, 1)),
  'the last entry less': (lines) => fileOf(lines.toSpliced(-2, 1)),
  'entries turned round': (lines) => fileOf(lines.toSpliced(7, 2, lines[8] ?? '', lines[7] ?? '')),
  'an empty line': (lines) => fileOf(lines.toSpliced(7, 0, '')),
  'an entry with white space': (lines) => fileOf(lines.with(7, ` ${lines[7]}`)),
  'an entry cut short': (lines) => fileOf(lines.with(7, lines[7]?.slice(0, -9) ?? '')),
  'an entry after the checkpoint': (lines) => fileOf([...lines, lines[7] ?? '']),
  'the checkpoint twice': (lines) => fileOf([...lines, lines.at(-1) ?? '']),
  'no checkpoint': (lines) => fileOf(lines.slice(0, -1)),
  'no entry': (lines) => fileOf([lines[0] ?? '', lines.at(-1) ?? '']),
  'another format': (lines) => fileOf(lines.with(0, '{"format":"kyphoscreen-log-2"}')),
  'a byte order mark': (lines) => `\ufeff${fileOf(lines)}`,
  nothing: () => '',
}

const falsifiedMembers: Record<string, Hand> = {
  'another time': (lines) => changed(lines, 7, (entry) => ({ ...entry, at: entry.at + 1 })),
  'a member more': (lines) => changed(lines, 7, (entry) => ({ ...entry, seen: true })),
  'a seal less': (lines) =>
    changed(lines, places(lines).sealing, (entry) => ({ ...entry, sealed: null })),
  'a seal more': (lines) => {
    const { sealed } = JSON.parse(lines[places(lines).sealing] ?? '')
    return changed(lines, places(lines).bare, (entry) => ({ ...entry, sealed }))
  },
  'another salt': (lines) =>
    changed(lines, places(lines).sealing, ({ sealed, ...entry }) => ({
      ...entry,
      sealed: { ...sealed, salt: '00'.repeat(16) },
    })),
  'a checkpoint of another key': (lines, { privateKey }) =>
    changed(lines, -1, ({ checkpoint }) => {
      const [name = '', size, root] = checkpoint.split('\n')
      return { checkpoint: signNote(`${name}\n${size}\n${root}\n`, { name, privateKey }) }
    }),
}

const falsifiedForm: Record<string, Hand> = {
  'no first line': (lines) => fileOf(lines.slice(1)),
  'the first line twice': (lines) => fileOf([lines[0] ?? '', ...lines]),
  'a member more in the first line': (lines) =>
    changed(lines, 0, (first) => ({ ...first, verified: true })),
  'lines that end in two characters': (lines) => fileOf(lines, '\r\n'),
  'lines that end in another character': (lines) => fileOf(lines, '\r'),
  'lines that end in a line separator': (lines) => fileOf(lines, '\u2028'),
  'no newline at the end': (lines) => fileOf(lines).slice(0, -1),
  'a member more beside erased details': (lines) =>
    changed(lines, places(lines).sealing, (entry) => ({
      ...entry,
      sealed: { ...entry.sealed, details: null, more: 1 },
    })),
  'zero in place of what is sealed': (lines) =>
    changed(lines, places(lines).sealing, (entry) => ({ ...entry, sealed: 0 })),
  'erased details without a salt': (lines) =>
    changed(lines, places(lines).sealing, (entry) => ({ ...entry, sealed: { details: null } })),
  'a checkpoint in a list': (lines) =>
    changed(lines, -1, ({ checkpoint }) => ({ checkpoint: [checkpoint] })),
}

/** Ways to falsify an export of the log; what comes out is to be refused. */
export const falsifiedExports: Record<string, Hand> = {
  ...falsifiedLines,
  ...falsifiedMembers,
  ...falsifiedForm,
}
