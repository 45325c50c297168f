import { Priority, ReferralState, WorklistOutcome, type WorklistQuery } from '../contract.ts'

/** What the database's column `cell` says in one number: state, outcome, priority and whether there is a conflict. */
export type Cell = {
  cell: number
  state: ReferralState
  outcome: WorklistOutcome
  priority: Priority
  conflict: boolean
}

/** Every cell; the number is made as the column makes it. */
export const cells: readonly Cell[] = ReferralState.options.flatMap((state, s) =>
  WorklistOutcome.options.flatMap((outcome, o) =>
    Priority.options.flatMap((priority, p) =>
      [false, true].map((conflict, c) => ({
        cell: s * 36 + o * 6 + p * 2 + c,
        state,
        outcome,
        priority,
        conflict,
      })),
    ),
  ),
)

const lacking: readonly WorklistOutcome[] = [
  'insufficient-information',
  'no-level',
  'contradiction',
]
const presentable: readonly WorklistOutcome[] = ['meets', 'needs-surgeon-review']

const isOpen = ({ state }: Cell) => state !== 'decided' && state !== 'closed'

const needsInformation = (of: Cell) =>
  isOpen(of) && of.state !== 'ready-for-surgeon' && (of.conflict || lacking.includes(of.outcome))

const readyForSurgeon = (of: Cell) =>
  isOpen(of) &&
  (of.state === 'ready-for-surgeon' || (!of.conflict && presentable.includes(of.outcome)))

const belongs = {
  'needs-information': needsInformation,
  'ready-for-surgeon': readyForSurgeon,
  'becomes-ready': (of: Cell) => isOpen(of) && !of.conflict,
  'window-closing': isOpen,
  overdue: isOpen,
  done: (of: Cell) => !isOpen(of),
  open: isOpen,
} as const satisfies Record<WorklistQuery['list'], (of: Cell) => boolean>

const accepts = <Value>(chosen: readonly Value[], value: Value) =>
  chosen.length === 0 || chosen.includes(value)

/** Gives the numbers of the cells that a query asks for; a filter that names nothing lets everything through. */
export const cellsOf = ({
  list,
  states,
  outcomes,
  priorities,
}: Pick<WorklistQuery, 'list' | 'states' | 'outcomes' | 'priorities'>): number[] =>
  cells
    .filter(belongs[list])
    .filter(({ state }) => accepts(states, state))
    .filter(({ outcome }) => accepts(outcomes, outcome))
    .filter(({ priority }) => accepts(priorities, priority))
    .map(({ cell }) => cell)
