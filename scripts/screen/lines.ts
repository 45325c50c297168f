/** Gathers lines piece by piece, as bytes. */
export class Lines {
  #bytes = new Uint8Array(1024 * 1024)
  #length = 0

  /** Adds a piece of a line. */
  add(piece: Uint8Array): void {
    const end = this.#length + piece.length
    if (end > this.#bytes.length) this.#grow(end)
    this.#bytes.set(piece, this.#length)
    this.#length = end
  }

  /** Gives the lines gathered so far and starts anew; they hold until the next piece is added. */
  take(): Uint8Array {
    const lines = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return lines
  }

  #grow(length: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, length))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
