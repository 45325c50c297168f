const most = 4096

/** Gives what was made for a key before, or makes it now; a memory that is full starts anew, so that it never grows without end. */
export function remembered<Key, Made>(memory: Map<Key, Made>, key: Key, make: () => Made): Made {
  const known = memory.get(key)
  if (known !== undefined) return known
  if (memory.size >= most) memory.clear()
  const made = make()
  memory.set(key, made)
  return made
}
