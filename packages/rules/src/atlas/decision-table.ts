import { type Box, condense, placesIn } from './condense.ts'

/** One thing a table asks: the ways its facts are tried, and the classes they fall into, each with what it says. */
export type Question<Part, Seen> = {
  readonly asks: string
  readonly tries: readonly Part[]
  readonly classes: Readonly<Record<string, (seen: Seen) => boolean>>
}

/** What a table is made from: its questions, how tried facts are put together, and who answers. */
export type Tabled<Part, Seen> = {
  readonly questions: readonly Question<Part, Seen>[]
  /** Undefined for what cannot be. */
  readonly together: (parts: readonly Part[]) => Seen | undefined
  readonly answer: (seen: Seen) => string
}

/** One row: for each question the classes it stands for, the answer, and something that was answered so. */
export type Row<Seen> = { readonly box: Box; readonly answer: string; readonly example: Seen }

/** A condensed table, and how many combinations of classes it answers. */
export type DecisionTable<Seen> = {
  readonly rows: readonly Row<Seen>[]
  readonly combinations: number
}

/** Gives the place of the one class that holds for each question; a question of which none or several hold throws. */
export const placeOf = <Part, Seen>(
  questions: readonly Pick<Question<Part, Seen>, 'asks' | 'classes'>[],
  seen: Seen,
): number[] =>
  questions.map(({ asks, classes }) => {
    const held = Object.values(classes).map((holds) => holds(seen))
    const place = held.indexOf(true)
    if (place < 0 || held.includes(true, place + 1)) {
      throw new Error(`${asks} has no class, or more than one, for something that can be`)
    }
    return place
  })

type Answered<Seen> = { answer: string; example: Seen }

/** The one answer that each combination of classes is given, by the places of its classes. */
export type Answers<Seen> = ReadonlyMap<string, Answered<Seen>>

/** Tries every way the facts can be put together; throws when the classes do not tell two answers apart. */
export function answersTo<Part, Seen>({ questions, together, answer }: Tabled<Part, Seen>) {
  const answers = new Map<string, Answered<Seen>>()
  for (const tried of placesIn(questions.map(({ tries }) => [...tries.keys()]))) {
    const seen = together(tried.flatMap((at, of) => questions[of]?.tries[at] ?? []))
    if (seen === undefined) continue
    const place = placeOf(questions, seen).join()
    const given = answer(seen)
    const before = answers.get(place)
    if (before === undefined) answers.set(place, { answer: given, example: seen })
    else if (before.answer !== given) {
      throw new Error(`What is asked does not tell ${before.answer} from ${given}`)
    }
  }
  return answers
}

const firstOf = ({ box }: { box: Box }) => box.map(([first = 0]) => first)

const inSequence = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((first, place) => first !== other[place])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

/** Condenses what was answered into a table whose rows stand in the order of their answers. */
export function tableOf<Part, Seen>(
  questions: readonly Question<Part, Seen>[],
  answers: Answers<Seen>,
  inOrder: readonly string[],
): DecisionTable<Seen> {
  const sizes = questions.map(({ classes }) => Object.keys(classes).length)
  const rows = condense(sizes, (place) => answers.get(place.join())?.answer).map((row) => {
    const [found] = placesIn(row.box).flatMap((place) => answers.get(place.join()) ?? [])
    return { ...row, example: (found as Answered<Seen>).example }
  })
  const rank = ({ answer }: { answer: string }) => inOrder.indexOf(answer)
  const ordered = rows.toSorted(
    (one, other) => rank(one) - rank(other) || inSequence(firstOf(one), firstOf(other)),
  )
  return { rows: ordered, combinations: answers.size }
}

/** Makes a table: tries everything, and condenses what was answered. */
export const decisionTable = <Part, Seen>(
  tabled: Tabled<Part, Seen>,
  inOrder: readonly string[],
): DecisionTable<Seen> => tableOf(tabled.questions, answersTo(tabled), inOrder)
