const longPiece = 500

/** Gathers lines of ASCII text piece by piece, as bytes; short pieces are joined first. */
export class Lines {
  #bytes = Buffer.allocUnsafeSlow(1024 * 1024)
  #length = 0
  #short = ''

  /** Adds a piece of a line. */
  add(piece: string): void {
    if (piece.length < longPiece) {
      this.#short += piece
      return
    }
    if (this.#short !== '') this.#writeShort()
    this.#write(piece)
  }

  /** Gives the lines gathered so far and starts anew; they hold until the next piece is added. */
  take(): Uint8Array {
    this.#writeShort()
    const lines = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return lines
  }

  #writeShort(): void {
    this.#write(this.#short)
    this.#short = ''
  }

  #write(piece: string): void {
    const end = this.#length + piece.length
    if (end > this.#bytes.length) this.#grow(end)
    this.#bytes.write(piece, this.#length, 'latin1')
    this.#length = end
  }

  #grow(length: number): void {
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, length))
    this.#bytes.copy(grown, 0, 0, this.#length)
    this.#bytes = grown
  }
}
