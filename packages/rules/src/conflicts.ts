import type { LevelFacts } from './facts.ts'
import type { Outcome } from './outcome.ts'
import { lasting } from './remembered.ts'
import { cite, citing, type Source } from './source.ts'

/** A point on which the two pages differ, shown when the findings touch it. */
export type Conflict = { id: string; says: string; sources: readonly Source[] }

/** Every point on which the two pages differ. */
export const conflicts = {
  acuity: Object.freeze({
    id: 'acuity',
    says: 'S1 speaks of acute fractures only, S2 of acute or subacute ones; this screening accepts both.',
    sources: citing(cite('S1', 5), cite('S2', 9)),
  }),
  anesthesia: Object.freeze({
    id: 'anesthesia',
    says: 'S1 names general anesthesia as typical, S2 local or general.',
    sources: citing(cite('S1', 5), cite('S2', 3)),
  }),
  recovery: Object.freeze({
    id: 'recovery',
    says: 'S2 gives one to two weeks until usual activity, S1 four to six weeks of limits on bending, twisting and lifting.',
    sources: citing(cite('S2', 7), cite('S1', 6)),
  }),
} as const satisfies Record<string, Conflict>

const notPlainlyAcute = ({ mriFinding, mriMarrowEdema }: LevelFacts) =>
  mriFinding === 'subacute' || (mriFinding === undefined && mriMarrowEdema === true)

const { acuity, anesthesia, recovery } = conflicts
const none: Conflict[] = lasting([])
const ofAcuity: Conflict[] = lasting([acuity])
const ofProcedure: Conflict[] = lasting([anesthesia, recovery])
const all: Conflict[] = lasting([acuity, anesthesia, recovery])

/** Lists the conflicts a screening touches: acuity when a fracture is not plainly acute, the others when a procedure may follow. The list is frozen, for it is shared. */
export function conflictsOf(levels: readonly LevelFacts[], outcome: Outcome): Conflict[] {
  const mayFollow = outcome === 'meets' || outcome === 'needs-surgeon-review'
  for (let at = 0; at < levels.length; at++) {
    if (notPlainlyAcute(levels[at] as LevelFacts)) return mayFollow ? all : ofAcuity
  }
  return mayFollow ? ofProcedure : none
}
