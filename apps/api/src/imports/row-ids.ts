import { randomFillSync } from 'node:crypto'

const bytesPerId = 10
const idsAtOnce = 512

/** Makes UUIDs of version 7: those made later sort later, to the millisecond. */
export function rowIds(clock: () => number = Date.now): () => string {
  const chance = Buffer.alloc(bytesPerId * idsAtOnce)
  let used = chance.length
  return () => {
    if (used === chance.length) {
      randomFillSync(chance)
      used = 0
    }
    const random = chance.toString('hex', used, used + bytesPerId)
    const variant = '89ab'[Number.parseInt(random.charAt(3), 16) % 4]
    used += bytesPerId
    const time = clock().toString(16).padStart(12, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`
  }
}
