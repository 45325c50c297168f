/** What is refused when so many already wait that the answer would come too late. */
export class TooManyWaiting extends Error {}

const limits = { running: 2, waiting: 40 } as const

/** Makes a queue that runs at most two tasks at a time, in the order they came, and refuses the 41st that waits. */
export function twoAtOnce() {
  const waiting: (() => void)[] = []
  let running = 0

  const turn = () => {
    if (running < limits.running) {
      running += 1
      return Promise.resolve()
    }
    if (waiting.length >= limits.waiting) return Promise.reject(new TooManyWaiting())
    return new Promise<void>((go) => waiting.push(go))
  }

  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async <Result>(task: () => Promise<Result>): Promise<Result> => {
    await turn()
    try {
      return await task()
    } finally {
      leave()
    }
  }
}
