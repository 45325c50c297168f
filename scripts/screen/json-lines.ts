const mostBytesPerUnit = 3
const needsNoEscape = /^[ !#-[\]-~]*$/
const constants = new WeakMap<object, string>()

/** Gathers lines of JSON as UTF-8, each written out as one text; what never changes is put into JSON once. */
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

  /** Adds any value; the JSON of a frozen object is remembered, for it never changes. */
  addValue(value: unknown): void {
    if (typeof value !== 'object' || value === null) {
      this.#open += JSON.stringify(value)
      return
    }
    const known = constants.get(value)
    if (known !== undefined) this.#open += known
    else if (Object.isFrozen(value)) {
      const json = JSON.stringify(value)
      constants.set(value, json)
      this.#open += json
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
    const line = `${this.#open}\n`
    this.#open = ''
    this.#makeRoom(line.length * mostBytesPerUnit)
    this.#length += this.#bytes.write(line, this.#length)
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
