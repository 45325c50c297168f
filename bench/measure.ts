/** A task to measure: it answers the whole cohort once a round. */
export type Task = { name: string; run: () => unknown | Promise<unknown>; screenings: number }

/** How much processor time one screening took, in microseconds: the median of the rounds, and every round. */
export type Measured = { name: string; medianMicros: number; rounds: number[] }

/** Measures tasks by turns in one run, so that whatever else the machine does falls on all of them alike. */
export async function measureByTurns(tasks: readonly Task[], rounds: number): Promise<Measured[]> {
  const timesOf = new Map(tasks.map((task) => [task, [] as number[]]))
  for (let round = -1; round < rounds; round++) {
    for (const [task, times] of timesOf) {
      const micros = await microsFor(task, round < 0 ? warmUpMs : roundMs)
      if (round >= 0) times.push(micros)
    }
  }
  return [...timesOf].map(([{ name }, times]) => ({
    name,
    medianMicros: quantile(times, 0.5),
    rounds: times,
  }))
}

const warmUpMs = 400
const roundMs = 60

async function microsFor({ run, screenings }: Task, atLeastMs: number): Promise<number> {
  const before = process.cpuUsage()
  let runs = 0
  let micros = 0
  do {
    const answer = run()
    if (answer instanceof Promise) await answer
    runs++
    const { user, system } = process.cpuUsage(before)
    micros = user + system
  } while (micros < atLeastMs * 1000)
  return micros / (runs * screenings)
}

/** Gives a quantile of numbers, 0.5 being the median. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
