import { constants, crc32, deflateSync, inflateSync } from 'node:zlib'

const signature = 8
const frame = 12

type Chunk = { type: string; data: Buffer }

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = signature; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) })
    at += length + frame
  }
  return chunks
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const chunk = Buffer.alloc(data.length + frame)
  chunk.writeUInt32BE(data.length, 0)
  body.copy(chunk, 4)
  chunk.writeUInt32BE(crc32(body), data.length + 8)
  return chunk
}

const smallest = { level: 9, memLevel: 9, strategy: constants.Z_DEFAULT_STRATEGY }

/** Packs a PNG again as small as deflate can; every pixel stays as it is. */
export function packed(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const pixels = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  )
  const header = chunks.find(({ type }) => type === 'IHDR')
  if (!header) throw new Error('Not a PNG.')
  const kept = [
    header,
    { type: 'IDAT', data: deflateSync(pixels, smallest) },
    { type: 'IEND', data: Buffer.alloc(0) },
  ]
  return Buffer.concat([png.subarray(0, signature), ...kept.map(written)])
}
