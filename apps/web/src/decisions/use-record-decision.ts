import type { Decision, Decisions, Screening } from '@kyphoscreen/api/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useKeyFor } from '../use-key-for.ts'
import { decisionApi } from './decision-api.ts'
import type { DecisionRead } from './read-decision.ts'
import { isDecidedMeanwhile } from './refused-decision.ts'

/** Names what was read of a screening's decisions. */
export const decisionsKey = (screeningId: string) => ['decisions', screeningId] as const

type Recording = {
  record: (decision: DecisionRead) => void
  sending: boolean
  /** Why the latest try failed; each try has its own. */
  error: unknown
}

/**
 * Records a decision on a screening; sent again after a lost connection, it is recorded once. What it replaces stays
 * what was seen when the form was opened, until the server says that somebody else was first.
 */
export function useRecordDecision(
  { id, patientId }: Screening,
  corrects: Decision | undefined,
  onRecorded: () => void,
): Recording {
  const queries = useQueryClient()
  const keyFor = useKeyFor()
  const [replaces, setReplaces] = useState(corrects?.id ?? null)
  const [state, setState] = useState<{ sending: boolean; error: unknown }>(idle)
  const queryKey = decisionsKey(id)

  const keep = (recorded: Decision) => {
    queries.setQueryData<Decisions>(queryKey, (before) => ({
      decisions: [
        recorded,
        ...(before?.decisions ?? []).filter((other) => other.id !== recorded.id),
      ],
      impressions: before?.impressions ?? [],
    }))
    void queries.invalidateQueries({ queryKey })
    void queries.invalidateQueries({ queryKey: ['history', patientId] })
  }

  const lookAgain = async () => {
    const { decisions } = await queries.fetchQuery({
      queryKey,
      queryFn: () => decisionApi.read(id),
      staleTime: 0,
    })
    setReplaces(decisions[0]?.id ?? null)
  }

  const send = async ({ password, ...decision }: DecisionRead) => {
    const content = { ...decision, replaces }
    setState({ sending: true, error: undefined })
    try {
      keep(await decisionApi.record(id, { ...content, password }, keyFor(content)))
      onRecorded()
    } catch (error) {
      if (isDecidedMeanwhile(error)) await lookAgain().catch(() => undefined)
      setState({ sending: false, error })
    }
  }

  return { record: (decision) => void send(decision), ...state }
}

const idle = { sending: false, error: undefined }
