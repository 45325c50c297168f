const encoder = new TextEncoder()
const lineFeed = 10
const mostBytesPerUnit = 3

/** Gathers lines of text as UTF-8; each line is encoded as it comes, which is quicker than all of them together. */
export class LineBuffer {
  #bytes = new Uint8Array(512 * 1024)
  #length = 0

  add(line: string): void {
    this.#makeRoom(line.length * mostBytesPerUnit + 1)
    this.#length += encoder.encodeInto(line, this.#bytes.subarray(this.#length)).written
    this.#bytes[this.#length++] = lineFeed
  }

  /** Gives the lines gathered so far. */
  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
