const most = 16_384

const forgetting: (() => void)[] = []

/** Has something that is remembered forgotten whenever everything is. */
export function onForget(forget: () => void): void {
  forgetting.push(forget)
}

/** Forgets everything, so that it is made anew; tests begin with it, for what one has made another would only find. */
export function forgetEverything(): void {
  for (const forget of forgetting) forget()
}

/** Makes an empty map that `remembered` fills. */
export function mapOf<Key, Made>(): Map<Key, Made> {
  const memory = new Map<Key, Made>()
  onForget(() => memory.clear())
  return memory
}

/** Gives what was made for a key before, or makes it now; a memory that is full starts anew, so that it never grows without end. */
export function remembered<Key, Made>(memory: Map<Key, Made>, key: Key, make: () => Made): Made {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= most) memory.clear()
  const made = make()
  memory.set(key, made)
  return made
}

/** Where something is kept that was made for several keys, one after another. */
export type Place<Made> = { made: Made | undefined; further: Map<unknown, Place<Made>> | undefined }

/** A memory asked by several keys; begin at `first`, go `further` by each key, and `keep` what was not made before. */
export type Memory<Made> = { first: Place<Made>; kept: number }

const emptyPlace = <Made>(): Place<Made> => ({ made: undefined, further: undefined })

/** Makes an empty memory. */
export function memoryOf<Made>(): Memory<Made> {
  const memory: Memory<Made> = { first: emptyPlace(), kept: 0 }
  onForget(() => startAnew(memory))
  return memory
}

function startAnew<Made>(memory: Memory<Made>): void {
  memory.first = emptyPlace()
  memory.kept = 0
}

/** Goes on from a place by one more key. */
export function further<Made>(place: Place<Made>, key: unknown): Place<Made> {
  const known = place.further?.get(key)
  if (known !== undefined) return known
  const next = emptyPlace<Made>()
  place.further ??= new Map()
  place.further.set(key, next)
  return next
}

/** Keeps what was made at a place; a memory that is full starts anew first. */
export function keep<Made>(memory: Memory<Made>, place: Place<Made>, made: Made): Made {
  if (memory.kept >= most) startAnew(memory)
  memory.kept += 1
  place.made = made
  return made
}

/** Gives a list that stays as it is, and so do its items: frozen, for it is shared. */
export function lasting<Item>(list: Item[]): Item[] {
  for (const item of list) Object.freeze(item)
  Object.freeze(list)
  return list
}

/** Goes on from the place of a list to that of the list with one more item: the same items in the same order are one list, frozen with its items. */
export function withItem<Item>(
  memory: Memory<Item[]>,
  place: Place<Item[]>,
  item: Item,
): Place<Item[]> {
  const next = further(place, item)
  if (next.made === undefined) keep(memory, next, lasting([...(place.made ?? []), item]))
  return next
}
