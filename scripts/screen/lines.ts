const mostBytesPerUnit = 3

/** Gathers lines as UTF-8. */
export class Lines {
  #bytes = Buffer.allocUnsafeSlow(1024 * 1024)
  #length = 0

  /** Adds a line, and its end. */
  add(line: string): void {
    this.#makeRoom((line.length + 1) * mostBytesPerUnit)
    this.#length += this.#bytes.write(`${line}\n`, this.#length)
  }

  /** Gives the lines gathered so far and starts anew; they hold until the next line is added. */
  take(): Uint8Array {
    const lines = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return lines
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more))
    this.#bytes.copy(grown, 0, 0, this.#length)
    this.#bytes = grown
  }
}
