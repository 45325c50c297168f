import type { NewEvidence, Referral } from '@kyphoscreen/api/contract'
import { useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { referralApi } from '../handling/referral-api.ts'
import { useAct } from '../handling/use-act.tsx'
import { elementId, inOrderOfPage, pathOfFact } from '../questions/entry-names.ts'
import { ChartContext, ProblemsContext } from '../questions/form-context.ts'
import type { EntryProblem } from '../questions/read-entries.ts'
import type { WhereFactIs } from '../result/fact-link.tsx'
import { today } from '../today.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Failed } from '../ui/failed.tsx'
import { goTo } from '../ui/go-to.ts'
import { LeaveGuard } from '../ui/leave-guard.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { compareEvidence } from './compare-evidence.ts'
import {
  blankEvidence,
  type EvidenceEntries,
  levelsKnown,
  readEvidence,
} from './evidence-entries.ts'
import { EvidenceQuestions } from './evidence-questions.tsx'
import { OriginFields } from './origin-fields.tsx'
import { refusedEvidence } from './refused-evidence.ts'
import { useKeepReferral } from './use-referral.ts'

type EvidenceFormProps = {
  referral: Referral
  onForm: (where: WhereFactIs | undefined) => void
  onTaken: () => void
}

const none: readonly EntryProblem[] = []

/** Takes what one source tells: the same questions as in a screening, and only what is answered is sent. */
export function EvidenceForm({ referral, onForm, onTaken }: EvidenceFormProps) {
  const { birthDate } = referral.patient
  const [day] = useState(today)
  const [known] = useState(() => levelsKnown(referral.facts))
  const [chart] = useState({ birthDate, today: day })
  const [problems, setProblems] = useState(none)
  const [attempt, setAttempt] = useState(0)
  const form = useForm<EvidenceEntries>({ defaultValues: blankEvidence(day, known) })
  const { getValues } = form
  const { isDirty } = form.formState
  const keep = useKeepReferral()
  const keyFor = useKeyFor()
  const { act, sending, failed, dialog } = useAct<Referral>(referral, keep)
  useEffect(() => {
    onForm((fact, level) => {
      const levels = getValues('levels').map((entry) => entry.level)
      return elementId(pathOfFact(fact, level, levels))
    })
    return () => onForm(undefined)
  }, [onForm, getValues])
  const tell = (found: readonly EntryProblem[]) => {
    setProblems(found)
    if (found.length > 0) setAttempt((before) => before + 1)
  }
  const add = (evidence: NewEvidence) =>
    act({
      send: async (seen) => {
        try {
          return await referralApi.addEvidence(seen, evidence, keyFor(evidence))
        } catch (error) {
          tell(refusedEvidence(error, evidence, getValues('levels')))
          throw error
        }
      },
      compare: (now) => compareEvidence(evidence, now),
      onDone: onTaken,
      onDropped: onTaken,
    })
  const submit = () => {
    const read = readEvidence(getValues(), birthDate, day, known)
    tell(read.state === 'problems' ? [...read.problems].sort(inOrderOfPage) : none)
    if (read.state === 'evidence') add(read.evidence)
  }
  return (
    <ChartContext value={chart}>
      <ProblemsContext value={problems}>
        <FormProvider {...form}>
          <form
            className="evidence-form"
            noValidate
            aria-label="Evidence"
            onSubmit={(event) => {
              event.preventDefault()
              if (!sending) submit()
            }}
          >
            <ErrorSummary
              within="Evidence"
              attempt={attempt}
              problems={problems.map(({ path, says }) => ({ id: elementId(path), says }))}
              onGoTo={goTo}
            />
            {failed && problems.length === 0 ? (
              <Failed heading="Not added" says={`${failed} What you entered is still here.`} />
            ) : null}
            <OriginFields />
            <EvidenceQuestions />
            <div className="actions">
              <button type="submit" className="button button-main">
                {sending ? 'Adding…' : 'Add this evidence'}
              </button>
            </div>
          </form>
          {dialog}
          <LeaveGuard
            isUnsaved={() => isDirty}
            says="You have filled in evidence that is not added yet."
          />
        </FormProvider>
      </ProblemsContext>
    </ChartContext>
  )
}
