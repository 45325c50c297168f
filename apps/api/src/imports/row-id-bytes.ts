import { randomFillSync } from 'node:crypto'

const bytesPerId = 10
const idsAtOnce = 512

/** Makes UUIDs of version 7 as their sixteen bytes, one a character: those made later sort later, to the millisecond. */
export function rowIdBytes(clock: () => number = Date.now): () => string {
  const chance = Buffer.alloc(bytesPerId * idsAtOnce)
  const time = Buffer.alloc(6)
  let used = chance.length
  let drawn = ''
  let [now, prefix] = [0, '']
  const drawAnew = () => {
    randomFillSync(chance)
    for (let at = 0; at < chance.length; at += bytesPerId) {
      chance[at] = 0x70 | ((chance[at] ?? 0) & 0x0f)
      chance[at + 2] = 0x80 | ((chance[at + 2] ?? 0) & 0x3f)
    }
    drawn = chance.toString('latin1')
    used = 0
  }
  return () => {
    if (used === chance.length) drawAnew()
    const at = clock()
    if (at !== now) {
      time.writeUIntBE(at, 0, 6)
      now = at
      prefix = time.toString('latin1')
    }
    used += bytesPerId
    return prefix + drawn.slice(used - bytesPerId, used)
  }
}
