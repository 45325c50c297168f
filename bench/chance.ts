/** A seeded source of chance: the same seed gives the same numbers, choices and cohort everywhere (mulberry32). */
export function chanceFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    happens: (probability: number) => next() < probability,
    whole: (from: number, to: number) => from + Math.floor(next() * (to - from + 1)),
    oneOf: <T>(first: T, ...others: readonly T[]): T =>
      others[Math.floor(next() * (others.length + 1)) - 1] ?? first,
  }
}
export type Chance = ReturnType<typeof chanceFrom>
