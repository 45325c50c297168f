/** Chance that is the same in each run. */
export const chanceFrom = (seed: number) => {
  let state = seed
  const next = () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  return {
    number: (below: number): number => Math.floor(next() * below),
    of: <One>(list: readonly One[]): One => list[Math.floor(next() * list.length)] as One,
  }
}

export type Chance = ReturnType<typeof chanceFrom>
