#!/usr/bin/env node
// biome-ignore-all lint/style/noExcessiveLinesPerFile: one file, to be carried alone to where the log is not
// Checks receipts and whole exports of a Kyphoscreen log, offline, as docs/receipt-format.md describes them.
// One file without dependencies, for Node 20 or newer:
//   node verify-receipt.mjs --key PUBLIC-KEY [--ruleset RULESET.mjs] FILE...
import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, createReadStream, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const sha256 = (...parts) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const node = (left, right) => sha256(Buffer.of(1), left, right)
const refuse = (why) => {
  throw new Error(why)
}

export const canonical = (value) =>
  Array.isArray(value)
    ? `[${value.map(canonical).join()}]`
    : typeof value === 'object' && value !== null
      ? `{${Object.keys(value)
          .sort()
          .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
          .join()}}`
      : JSON.stringify(value)

const isStrict = (value) =>
  typeof value === 'string'
    ? value.isWellFormed()
    : typeof value !== 'number' || Number.isFinite(value)

/** Counts the names of members, and refuses what strict JSON does not hold. */
const namesIn = (value) => {
  if (!isStrict(value)) refuse('no strict JSON')
  if (typeof value !== 'object' || value === null) return 0
  const names = Array.isArray(value) ? [] : Object.keys(value)
  if (!names.every(isStrict)) refuse('no strict JSON')
  return Object.values(value).reduce((sum, one) => sum + namesIn(one), names.length)
}

const namesWritten = (text) =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"[ \t\r\n]*(:?)/g)].filter(([, colon]) => colon).length

const parsed = (text, what) => {
  try {
    const value = JSON.parse(text)
    if (namesIn(value) === namesWritten(text)) return value
  } catch {}
  return refuse(`${what} is not strict JSON`)
}

const parsedLine = (text, what) => {
  try {
    const value = JSON.parse(text)
    if (namesIn(value) > 0 && canonical(value) === text) return value
  } catch {}
  return refuse(`${what} is not canonical JSON`)
}

const utf8 = (bytes, what) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return refuse(`${what} is not UTF-8`)
  }
}

const decoded = (text, encoding, what) => {
  const bytes =
    typeof text === 'string' ? Buffer.from(text, encoding) : refuse(`${what} is missing`)
  return bytes.toString(encoding) === text ? bytes : refuse(`${what} is not ${encoding}`)
}

const hashOf = (text, what) => {
  const bytes = decoded(text, 'hex', what)
  return bytes.length === 32 ? bytes : refuse(`${what} is not 32 bytes`)
}

const only = (value, keys, what) =>
  Object.keys(value ?? {})
    .sort()
    .join() === keys
    ? value
    : refuse(`${what} has other members than ${keys}`)

/** Reads a public key as the product hands it out: name, id and key in one line. */
export const readKey = (line) => {
  const form = /^([^\s+]+)\+([0-9a-f]{8})\+([0-9A-Za-z+/]{44})$/
  const [, name, id, base64] = form.exec(line.trim()) ?? refuse('the key is not one')
  const tagged = decoded(base64, 'base64', 'the key')
  if (tagged.length !== 33 || tagged[0] !== 1) refuse('the key is not an Ed25519 key')
  if (sha256(`${name}\n`, tagged).toString('hex', 0, 4) !== id)
    refuse('the key does not fit its id')
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), tagged.subarray(1)])
  return { name, id, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) }
}

const readCheckpoint = (note) => {
  const form = /^((\S+)\n([1-9]\d{0,15})\n([0-9A-Za-z+/]{43}=)\n)\n— (\S+) ([0-9A-Za-z+/]{91}=)\n$/
  const [, text, origin, size, root, signer, signature] =
    (typeof note === 'string' && form.exec(note)) || refuse('the checkpoint is not one')
  if (!Number.isSafeInteger(Number(size))) refuse('the size of the checkpoint is too large')
  return {
    text,
    origin,
    size: Number(size),
    root: decoded(root, 'base64', 'the root'),
    signer,
    signature,
  }
}

const isSigned = ({ text, origin, signer, signature }, key) => {
  const bytes = decoded(signature, 'base64', 'the signature')
  if (origin !== key.name || signer !== key.name || bytes.toString('hex', 0, 4) !== key.id)
    refuse('the checkpoint is of another key')
  if (!verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4)))
    refuse('the checkpoint is not signed by the key')
}

const readEntry = ({ sequence, at, previous, bytes }) => {
  if (!Number.isSafeInteger(sequence) || sequence < 1 || !Number.isSafeInteger(at) || at < 0)
    refuse('the entry has no number or no time')
  const before = hashOf(previous, 'the hash before')
  if (sequence === 1 && before.some((byte) => byte !== 0))
    refuse('the first entry follows another one')
  const event = decoded(bytes, 'base64', 'the event')
  const numbers = Buffer.alloc(16)
  numbers.writeBigInt64BE(BigInt(sequence))
  numbers.writeBigInt64BE(BigInt(at), 8)
  const hash = sha256('kyphoscreen audit entry 1\0', numbers, before, event)
  return { sequence, at, before, hash, event: parsed(utf8(event, 'the event'), 'the event') }
}

const saltOf = ({ salt }) => {
  const bytes = decoded(salt, 'hex', 'the salt')
  return bytes.length < 16 ? refuse('the salt is shorter than 16 bytes') : bytes
}

const unsealed = (event, seal) => {
  const seasoning = saltOf(seal)
  const bytes = decoded(seal.details, 'base64', 'the details')
  if (sha256(seasoning, bytes).toString('hex') !== event.sealed)
    refuse('the details are not what was sealed')
  return parsed(utf8(bytes, 'the details'), 'the details')
}

const rootFrom = (leaf, place, size, proof) => {
  let [at, last, root] = [place, size - 1, leaf]
  for (const beside of proof) {
    if (last === 0) refuse('the proof is too long')
    if (at % 2 === 1 || at === last) {
      root = node(beside, root)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else root = node(root, beside)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? root : refuse('the proof is too short')
}

/** Checks a receipt's bytes; gives its entry, event, details and checkpoint, or throws with what is wrong. */
export const checkReceipt = (file, key) => {
  const text = utf8(file, 'the receipt')
  if (!text.endsWith('}\n')) refuse('the receipt is not one line of JSON')
  const receipt = only(
    parsedLine(text.slice(0, -1), 'the receipt'),
    'checkpoint,entry,format,proof,sealed',
    'the receipt',
  )
  if (receipt.format !== 'kyphoscreen-receipt-1') refuse('the format is another one')
  const entry = readEntry(only(receipt.entry, 'at,bytes,previous,sequence', 'the entry'))
  const details = unsealed(entry.event, only(receipt.sealed, 'details,salt', 'the seal'))
  const checkpoint = readCheckpoint(receipt.checkpoint)
  if (entry.sequence > checkpoint.size) refuse('the checkpoint is older than the entry')
  const proof = Array.isArray(receipt.proof)
    ? receipt.proof.map((hash) => hashOf(hash, 'a hash of the proof'))
    : refuse('there is no proof')
  const root = rootFrom(
    sha256(Buffer.of(0), entry.hash),
    entry.sequence - 1,
    checkpoint.size,
    proof,
  )
  if (!root.equals(checkpoint.root)) refuse('the entry is not in the log that was signed')
  isSigned(checkpoint, key)
  return { ...entry, details, checkpoint }
}

const exportBegins = Buffer.from('{"format":"kyphoscreen-log-1"}')

/** Checks a whole export line by line; gives how many entries and how many sealed details it has. */
export const checkExport = async (lines, key, saw = () => undefined) => {
  let [size, before, checkpoint, erased, begun] = [0, Buffer.alloc(32), undefined, 0, false]
  const subtrees = []
  for await (const line of lines) {
    if (!begun) {
      if (line !== String(exportBegins)) refuse('the first line is another')
      begun = true
      continue
    }
    if (checkpoint) refuse('something follows the checkpoint')
    const value = parsedLine(line, `line ${size + 2}`)
    if (Object.hasOwn(value ?? {}, 'checkpoint')) {
      checkpoint = readCheckpoint(only(value, 'checkpoint', 'the last line').checkpoint)
      continue
    }
    const entry = readEntry(only(value, 'at,bytes,previous,sealed,sequence', `entry ${size + 1}`))
    if (entry.sequence !== size + 1 || !entry.before.equals(before))
      refuse(`entry ${size + 1} does not follow the one before`)
    if ((value.sealed === null) !== (entry.event.sealed === null))
      refuse(`entry ${size + 1} seals something else`)
    const seal = value.sealed === null ? null : only(value.sealed, 'details,salt', 'the seal')
    if (seal?.details === null) {
      saltOf(seal)
      erased += 1
    } else saw(entry, seal && unsealed(entry.event, seal))
    let hash = sha256(Buffer.of(0), entry.hash)
    for (let count = size; count % 2 === 1; count = (count - 1) / 2)
      hash = node(subtrees.pop(), hash)
    subtrees.push(hash)
    before = entry.hash
    size += 1
  }
  if (checkpoint?.size !== size)
    refuse('the export does not end with a checkpoint of all its entries')
  if (!subtrees.reduceRight((root, hash) => node(hash, root)).equals(checkpoint.root))
    refuse('these are not the entries that were signed')
  isSigned(checkpoint, key)
  return { size, erased, checkpoint }
}

const notProven = `
What this does not prove:
- that what was recorded was true, or that nothing was left unrecorded;
- that the record was not corrected later: ask for the patient's newer ones;
- that a surgeon had signed off the reading of the criteria: take it for a draft unless the clinic shows its sign-off;
- that the clock was right: the time is the database's;
- that everybody is shown the same log: compare checkpoints with one that you kept yourself;
- that the key was nobody else's: whoever has it can sign another log.
`

const told = ({ sequence, at, event, checkpoint }) =>
  [
    `entry ${sequence} of ${checkpoint.size} that were signed, written ${new Date(at).toISOString()}`,
    `${event.action}, ${event.outcome}, by ${event.who ? `${event.who.username} (${event.who.role})` : 'nobody who was signed in'}`,
    `on ${event.on?.kind} ${event.on?.id}, patient ${event.patientId}`,
  ].join('\n  ')

/** Says what the rules answer to a recorded screening's findings today, compared with what was recorded. */
const rerun = (details, screen) => {
  const { screening } = details ?? {}
  if (!screening) return undefined
  return (
    canonical(JSON.parse(JSON.stringify(screen(screening.findings)))) ===
    canonical(screening.result)
  )
}

const receiptTold = (file, key, screen) => {
  const receipt = checkReceipt(readFileSync(file), key)
  const { screening } = receipt.details ?? {}
  const same = screen && rerun(receipt.details, screen)
  if (same === false) refuse('the ruleset answers the findings otherwise than was recorded')
  const rules = same
    ? '\n  the ruleset gives the very result that was recorded'
    : screening
      ? '\n  the rules were not run again: give --ruleset'
      : ''
  return `${told(receipt)}${rules}`
}

/** Gives a file's lines, each ended by a newline and nothing else. */
async function* linesOf(file) {
  let rest = ''
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()
    yield* lines
  }
  if (rest !== '') refuse('the last line has no end')
}

const exportTold = async (file, key, screen) => {
  let [same, other] = [0, 0]
  const count = (_, details) => {
    const answer = screen && rerun(details, screen)
    if (answer === true) same += 1
    if (answer === false) other += 1
  }
  const { size, erased } = await checkExport(linesOf(file), key, count)
  const rules = screen
    ? `\n  ${same} screenings are as the ruleset answers them, ${other} are not`
    : ''
  return `${size} entries, all of them signed; the details of ${erased} have been erased${rules}`
}

/** Tells an export by how it begins, whatever it is called. */
const isExport = (file) => {
  const [handle, begins] = [openSync(file), Buffer.alloc(exportBegins.length)]
  readSync(handle, begins)
  closeSync(handle)
  return begins.equals(exportBegins)
}

const main = async (words) => {
  const take = (name) => {
    const at = words.indexOf(name)
    return at < 0 ? undefined : words.splice(at, 2)[1]
  }
  const [given, ruleset] = [take('--key'), take('--ruleset')]
  if (given === undefined || words.length === 0) {
    process.stderr.write(
      'Usage: node verify-receipt.mjs --key PUBLIC-KEY [--ruleset RULESET.mjs] FILE...\n',
    )
    return 2
  }
  const key = readKey(existsSync(given) ? readFileSync(given, 'utf8') : given)
  const { screen } = ruleset ? await import(pathToFileURL(resolve(ruleset)).href) : {}
  let refused = 0
  for (const file of words) {
    try {
      const tell = isExport(file) ? exportTold : receiptTold
      process.stdout.write(`${file}: right\n  ${await tell(file, key, screen)}\n`)
    } catch (error) {
      refused += 1
      process.stdout.write(`${file}: REFUSED, ${error.message}\n`)
    }
  }
  process.stdout.write(notProven)
  return refused > 0 ? 1 : 0
}

if (process.argv[1] && fileURLToPath(import.meta.url) === resolve(process.argv[1]))
  process.exitCode = await main(process.argv.slice(2))
