import { criterion } from '../criterion.ts'
import { addDays, daysBetween, writeDay } from '../day.ts'
import type { LevelFacts, MriFinding } from '../facts.ts'
import { policy } from '../policy.ts'
import { cite, citing } from '../source.ts'

type Mri = Pick<LevelFacts, 'mriFinding' | 'mriMarrowEdema' | 'mriPerformedOn'>

const asked = 'an acute or subacute fracture on MRI was asked for'

const findingNames = {
  acute: 'an acute fracture',
  subacute: 'a subacute fracture',
  chronic: 'a chronic fracture',
  indeterminate: 'a fracture of indeterminate age',
  'no-fracture': 'no fracture',
} as const satisfies Record<MriFinding, string>

const theMri = ({ mriPerformedOn }: Mri) =>
  mriPerformedOn === undefined ? 'The MRI' : `The MRI of ${writeDay(mriPerformedOn)}`

function reported(mri: Mri): string {
  const { mriFinding, mriMarrowEdema } = mri
  const edema = mriMarrowEdema === true ? 'marrow edema' : 'no marrow edema'
  if (mriFinding === undefined) return `${theMri(mri)} reports ${edema} and no age of the fracture`
  const finding = findingNames[mriFinding]
  if (mriMarrowEdema === undefined) return `${theMri(mri)} reports ${finding}`
  return `${theMri(mri)} reports ${finding} with ${edema}`
}

const wouldChange = () =>
  'A new MRI, made because the pain is new or worse, that shows an acute or subacute fracture would change this.'

/** An acute or subacute compression fracture, confirmed by MRI; only an MRI meets it. */
export const activeFractureOnMri = criterion({
  id: 'active-fracture-on-mri',
  requires: 'An acute or subacute compression fracture, confirmed by MRI.',
  sources: citing(cite('S1', 5), cite('S2', 9)),
  reading: `Only an MRI meets this. Marrow edema without a stated finding is read as active. An MRI older than the fracture does not count. A finding and an edema answer that contradict each other, a fracture of indeterminate age, or an active finding more than ${policy.subacuteUntilDays} days after onset (clinic-set) go to a person. So does other imaging that shows activity, when an MRI is not possible.`,
  scope: 'level',
  needs: { level: ['mriFinding'] },
  considers: {
    level: ['mriMarrowEdema', 'mriPerformedOn', 'onsetOn', 'mriNotPossible', 'otherImagingActive'],
  },
  reasons: {
    'other-imaging-active': {
      status: 'needs-review',
      because: () => `MRI is not possible and other imaging shows activity; ${asked}.`,
    },
    'no-mri-answer': {
      status: 'unknown',
      tells: ['mriNotPossible'],
      because: ({ level }) =>
        level.mriNotPossible === true
          ? `An MRI is recorded as not possible, and no activity on other imaging is recorded; ${asked}.`
          : `No MRI finding is recorded; ${asked}.`,
      missing: () => ['mriFinding'],
    },
    'mri-before-onset': {
      status: 'unknown',
      tells: ['mriPerformedOn', 'onsetOn'],
      because: ({ level }) =>
        `${theMri(level)} is older than this fracture, whose onset was ${writeDay(level.onsetOn ?? '')}: repeat it; ${asked}.`,
      missing: () => ['mriFinding'],
      asksFor: { question: 'What does a new MRI, made since the onset, show?', short: 'new MRI' },
    },
    'not-active': {
      status: 'not-met',
      tells: ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'],
      because: ({ level }) => `${reported(level)}; ${asked}.`,
      wouldChange,
    },
    'age-indeterminate': {
      status: 'needs-review',
      tells: ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'],
      because: ({ level }) => `${reported(level)}; ${asked}.`,
    },
    'report-contradicts-itself': {
      status: 'needs-review',
      tells: ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'],
      because: ({ level }) => `${reported(level)}, which contradict each other; ${asked}.`,
    },
    'active-but-old': {
      status: 'needs-review',
      tells: ['assessedOn', 'mriFinding', 'mriMarrowEdema', 'onsetOn', 'mriPerformedOn'],
      because: ({ level, assessedOn }, policy) =>
        `${reported(level)}, yet its onset was ${daysBetween(level.onsetOn ?? assessedOn, assessedOn)} days ago, more than ${policy.subacuteUntilDays}; ${asked}.`,
    },
    active: {
      status: 'met',
      tells: ['mriFinding', 'mriMarrowEdema', 'mriPerformedOn'],
      because: ({ level }) => `${reported(level)}; ${asked}.`,
      holdsUntil: ({ level }, policy) =>
        level.onsetOn === undefined
          ? undefined
          : addDays(level.onsetOn, policy.subacuteUntilDays + 1),
    },
  },
  judge: ({ level, assessedOn }, policy) => {
    const { mriFinding, mriMarrowEdema, mriPerformedOn, onsetOn } = level
    const answered = mriFinding !== undefined || mriMarrowEdema !== undefined
    if (!answered && level.mriNotPossible === true && level.otherImagingActive === true) {
      return 'other-imaging-active'
    }
    if (mriPerformedOn !== undefined && onsetOn !== undefined && mriPerformedOn < onsetOn) {
      return 'mri-before-onset'
    }
    if (!answered) return 'no-mri-answer'
    if (mriFinding === 'no-fracture') return 'not-active'
    if (mriFinding === 'chronic' && mriMarrowEdema !== true) return 'not-active'
    if (mriFinding === undefined && mriMarrowEdema === false) return 'not-active'
    if (mriFinding === 'indeterminate') return 'age-indeterminate'
    if (mriFinding === 'chronic') return 'report-contradicts-itself'
    if (mriMarrowEdema === false) return 'report-contradicts-itself'
    if (onsetOn !== undefined && daysBetween(onsetOn, assessedOn) > policy.subacuteUntilDays) {
      return 'active-but-old'
    }
    return 'active'
  },
})
