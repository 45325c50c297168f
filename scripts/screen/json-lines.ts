const mostBytesPerUnit = 3
const needsNoEscape = /^[ !#-[\]-~]*$/
const constants = new WeakMap<object, Uint8Array>()

/** Gathers lines of JSON as UTF-8; words that never change are copied as bytes instead of being written anew. */
export class JsonLines {
  #bytes = Buffer.allocUnsafeSlow(1024 * 1024)
  #length = 0
  #open = ''

  /** Adds a piece of JSON. */
  add(json: string): void {
    this.#open += json
  }

  /** Adds a text, or null. */
  addText(text: string | null): void {
    if (text === null) this.#open += 'null'
    else this.#open += needsNoEscape.test(text) ? `"${text}"` : JSON.stringify(text)
  }

  /** Adds a piece of JSON that recurs, as its bytes. */
  addBytes(json: Uint8Array): void {
    this.#flush()
    this.#makeRoom(json.length)
    this.#bytes.set(json, this.#length)
    this.#length += json.length
  }

  /** Adds any value; the bytes of a frozen object are remembered, for it never changes. */
  addValue(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.#open += JSON.stringify(value)
      return
    }
    const known = constants.get(value)
    if (known !== undefined) this.addBytes(known)
    else if (Object.isFrozen(value)) {
      constants.set(value, Buffer.from(JSON.stringify(value)))
      this.#open += JSON.stringify(value)
    } else if (Array.isArray(value)) this.addList(value, (item) => this.addValue(item))
    else this.#open += JSON.stringify(value)
  }

  /** Adds a list, item by item. */
  addList<Item>(items: readonly Item[], addItem: (item: Item) => void): void {
    let before = '['
    for (const item of items) {
      this.#open += before
      addItem(item)
      before = ','
    }
    this.#open += items.length === 0 ? '[]' : ']'
  }

  endLine(): void {
    this.#open += '\n'
    this.#flush()
  }

  /** Gives the lines gathered so far and starts anew; they hold until the next line is added. */
  take(): Uint8Array {
    const lines = this.#bytes.subarray(0, this.#length)
    this.#length = 0
    return lines
  }

  #flush(): void {
    this.#makeRoom(this.#open.length * mostBytesPerUnit)
    this.#length += this.#bytes.write(this.#open, this.#length)
    this.#open = ''
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const grown = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more))
    this.#bytes.copy(grown, 0, 0, this.#length)
    this.#bytes = grown
  }
}
