import { criterion } from '../criterion.ts'
import { daysBetween, writeDay } from '../day.ts'
import type { LevelFacts } from '../findings.ts'
import { cite } from '../source.ts'

type Mri = Pick<LevelFacts, 'mriFinding' | 'mriMarrowEdema' | 'mriPerformedOn'>

const asked = 'an acute or subacute fracture on MRI was asked for'

const isActive = ({ mriFinding, mriMarrowEdema }: Mri) =>
  mriFinding === 'acute' ||
  mriFinding === 'subacute' ||
  (mriFinding === undefined && mriMarrowEdema === true)

const edema = { true: 'marrow edema', false: 'no marrow edema' } as const

function reported({ mriFinding, mriMarrowEdema, mriPerformedOn }: Mri): string {
  const performed =
    mriPerformedOn === undefined ? 'The MRI' : `The MRI of ${writeDay(mriPerformedOn)}`
  const said = [
    mriFinding === 'no-fracture' ? 'no fracture' : mriFinding,
    mriMarrowEdema === undefined ? undefined : edema[`${mriMarrowEdema}`],
  ].filter((part) => part !== undefined)
  return `${performed} reports ${said.join(' with ')}`
}

/** An acute or subacute compression fracture, confirmed by MRI; only an MRI meets it. */
export const activeFractureOnMri = criterion({
  id: 'active-fracture-on-mri',
  requires: 'An acute or subacute compression fracture, confirmed by MRI.',
  sources: [cite('S1', 5), cite('S2', 9)],
  reading:
    'Only an MRI meets this. Marrow edema without a stated finding is read as active. An MRI older than the fracture does not count. A finding and an edema answer that contradict each other, or an active finding more than 84 days after onset (clinic-set), go to a person.',
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
      because: () => `No MRI finding is recorded; ${asked}.`,
      missing: () => ['mriFinding'],
    },
    'mri-before-onset': {
      status: 'unknown',
      because: ({ level }) =>
        `${reported(level)}, but the MRI is older than this fracture: repeat it.`,
      missing: () => ['mriFinding'],
    },
    'not-active': {
      status: 'not-met',
      because: ({ level }) => `${reported(level)}; ${asked}.`,
    },
    'report-contradicts-itself': {
      status: 'needs-review',
      because: ({ level }) =>
        `${reported(level)}, which does not settle the age of the fracture; ${asked}.`,
    },
    'active-but-old': {
      status: 'needs-review',
      because: ({ level, assessedOn }, policy) =>
        `${reported(level)}, yet onset was ${daysBetween(level.onsetOn ?? assessedOn, assessedOn)} days ago, past ${policy.subacuteUntilDays}; ${asked}.`,
    },
    active: {
      status: 'met',
      because: ({ level }) => `${reported(level)}; ${asked}.`,
    },
  },
  judge: ({ level, assessedOn }, policy) => {
    const { mriFinding, mriMarrowEdema, mriPerformedOn, onsetOn } = level
    if (mriFinding === undefined && mriMarrowEdema === undefined) {
      return level.mriNotPossible === true && level.otherImagingActive === true
        ? 'other-imaging-active'
        : 'no-mri-answer'
    }
    if (mriPerformedOn !== undefined && onsetOn !== undefined && mriPerformedOn < onsetOn) {
      return 'mri-before-onset'
    }
    if (mriFinding === 'no-fracture') return 'not-active'
    if (mriFinding === 'chronic' && mriMarrowEdema !== true) return 'not-active'
    if (mriFinding === undefined && mriMarrowEdema === false) return 'not-active'
    if (mriFinding === 'indeterminate' || mriFinding === 'chronic') {
      return 'report-contradicts-itself'
    }
    if (isActive(level) && mriMarrowEdema === false) return 'report-contradicts-itself'
    if (onsetOn !== undefined && daysBetween(onsetOn, assessedOn) > policy.subacuteUntilDays) {
      return 'active-but-old'
    }
    return 'active'
  },
})
