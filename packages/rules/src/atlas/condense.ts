/** For each question the places of the classes a row stands for. */
export type Box = readonly (readonly number[])[]

/** One row of a condensed table: every combination in its box that can be has its answer. */
export type Condensed = { readonly box: Box; readonly answer: string }

type AnswerAt = (place: readonly number[]) => string | undefined

/** Lists every combination in a box, by the place of a class for each question. */
export function placesIn(box: Box): number[][] {
  let places: number[][] = [[]]
  for (const classes of box) {
    places = places.flatMap((place) => classes.map((one) => [...place, one]))
  }
  return places
}

const withClasses = (box: Box, question: number, classes: readonly number[]): Box =>
  box.with(question, classes)

/** Groups the classes of one question that are answered alike whatever the others are. */
function groupsOf(box: Box, question: number, answerAt: AnswerAt): number[][] {
  const groups = new Map<string, number[]>()
  for (const one of box[question] ?? []) {
    const answers = placesIn(withClasses(box, question, [one]))
      .map(answerAt)
      .join('\n')
    groups.set(answers, [...(groups.get(answers) ?? []), one])
  }
  return [...groups.values()]
}

type Cuts = Map<string, readonly Condensed[]>

/** Cuts a box into boxes of one answer each, by the question that needs the fewest; of equals, by the first. */
function cut(box: Box, answerAt: AnswerAt, cuts: Cuts): readonly Condensed[] {
  const name = JSON.stringify(box)
  const known = cuts.get(name)
  if (known) return known
  let small = box
  const matters: [question: number, groups: number[][]][] = []
  for (let question = 0; question < box.length; question++) {
    const groups = groupsOf(small, question, answerAt)
    if (groups.length > 1) matters.push([question, groups])
    else small = withClasses(small, question, (box[question] ?? []).slice(0, 1))
  }
  const rows = best(small, matters, answerAt, cuts).map(({ box: cutSmall, answer }) => ({
    answer,
    box: box.map((all, question) =>
      matters.some(([one]) => one === question) ? (cutSmall[question] ?? []) : all,
    ),
  }))
  cuts.set(name, rows)
  return rows
}

function best(
  box: Box,
  matters: readonly [question: number, groups: number[][]][],
  answerAt: AnswerAt,
  cuts: Cuts,
): readonly Condensed[] {
  if (matters.length === 0) {
    const answer = answerAt(box.map(([only = 0]) => only))
    return answer === undefined ? [] : [{ box, answer }]
  }
  let found: readonly Condensed[] | undefined
  for (const [question, groups] of matters) {
    const rows = groups.flatMap((classes) =>
      cut(withClasses(box, question, classes), answerAt, cuts),
    )
    if (found === undefined || rows.length < found.length) found = rows
  }
  return found ?? []
}

/** Puts two rows of one answer together where they differ in one question alone. */
function together(one: Condensed, other: Condensed): Condensed | undefined {
  if (one.answer !== other.answer) return undefined
  const [question = 0, more] = one.box.flatMap((classes, at) =>
    classes.join() === other.box[at]?.join() ? [] : [at],
  )
  if (more !== undefined) return undefined
  const both = [...(one.box[question] ?? []), ...(other.box[question] ?? [])]
  return {
    answer: one.answer,
    box: withClasses(
      one.box,
      question,
      both.sort((a, b) => a - b),
    ),
  }
}

function mergeAll(rows: readonly Condensed[]): readonly Condensed[] {
  for (const [at, one] of rows.entries()) {
    for (const other of rows.slice(at + 1)) {
      const both = together(one, other)
      if (!both) continue
      return mergeAll(rows.flatMap((row) => (row === one ? both : row === other ? [] : row)))
    }
  }
  return rows
}

/** Lets a row stand for any class where the others cannot be, so that it asks no more than it must. */
const widened = ({ box, answer }: Condensed, whole: Box, answerAt: AnswerAt): Condensed => ({
  answer,
  box: whole.reduce<Box>((wide, all, question) => {
    const others = all.filter((one) => !wide[question]?.includes(one))
    const cannotBe = placesIn(withClasses(wide, question, others)).every(
      (place) => answerAt(place) === undefined,
    )
    return cannotBe ? withClasses(wide, question, all) : wide
  }, box),
})

/** Condenses the answers to every combination of classes into rows; each combination that can be is in exactly one. */
export function condense(sizes: readonly number[], answerAt: AnswerAt): readonly Condensed[] {
  const whole = sizes.map((size) => Array.from({ length: size }, (_, place) => place))
  const rows = mergeAll(cut(whole, answerAt, new Map()))
  return mergeAll(rows.map((row) => widened(row, whole, answerAt)))
}
