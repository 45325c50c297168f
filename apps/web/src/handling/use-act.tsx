import type { Referral } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ChangedMeanwhile, type Compared, isOutOfDate } from './changed-meanwhile.ts'
import { ChangedMeanwhileDialog } from './changed-meanwhile-dialog.tsx'
import { referralApi, type Seen } from './referral-api.ts'
import { explainRefusal } from './refusal.ts'

/** A change of a referral: how it is sent, what it says beside the version of somebody else, and what follows. */
export type Act<T> = {
  send: (seen: Seen) => Promise<T>
  compare: (now: Referral) => readonly Compared[]
  onDone?: (answer: T) => void
  /** The version it was made from, where that is not the one seen last. */
  from?: number
  /** Called when the other version is kept and this one is dropped. */
  onDropped?: () => void
}

type SeenThen = Seen & Pick<Referral, 'changedAt'>
type Clash<T> = { act: Act<T>; now: Referral; since: string }

type Acting<T> = {
  act: (act: Act<T>) => void
  sending: boolean
  failed: string | undefined
  forgetFailure: () => void
  /** Both versions, when somebody else changed the referral meanwhile. */
  dialog: ReactNode
}

/**
 * Sends changes of a referral from the version that was seen. When somebody else was first, nothing
 * is lost: both versions are shown, and the person chooses.
 */
export function useAct<T>(seen: SeenThen, onAnswer: (answer: T | Referral) => void): Acting<T> {
  const queries = useQueryClient()
  const [clash, setClash] = useState<Clash<T>>()
  const [newest, setNewest] = useState(0)
  const mutation = useMutation({
    mutationFn: async ({ act, version }: { act: Act<T>; version: number; since: string }) => {
      try {
        return await act.send({ id: seen.id, version })
      } catch (error) {
        if (isOutOfDate(error)) throw new ChangedMeanwhile(await referralApi.read(seen.id))
        throw error
      }
    },
    onSuccess: (answer, { act }) => {
      setClash(undefined)
      onAnswer(answer)
      act.onDone?.(answer)
      void queries.invalidateQueries({ queryKey: ['tiles'] })
    },
    onError: (error, { act, since }) => {
      if (!(error instanceof ChangedMeanwhile)) return
      setNewest(error.now.version)
      setClash({ act, now: error.now, since })
      onAnswer(error.now)
    },
  })
  const start = (act: Act<T>, version: number, since: string) => {
    if (!mutation.isPending) mutation.mutate({ act, version, since })
  }
  const failed = mutation.isError && !(mutation.error instanceof ChangedMeanwhile)
  return {
    act: (act) => start(act, Math.max(act.from ?? seen.version, newest), seen.changedAt),
    sending: mutation.isPending,
    failed: failed ? explainRefusal(mutation.error) : undefined,
    forgetFailure: mutation.reset,
    dialog: clash ? (
      <ChangedMeanwhileDialog
        now={clash.now}
        since={clash.since}
        compared={clash.act.compare(clash.now)}
        sending={mutation.isPending}
        failed={failed ? explainRefusal(mutation.error) : undefined}
        onSaveYours={() => start(clash.act, clash.now.version, clash.now.changedAt)}
        onKeepTheirs={() => {
          setClash(undefined)
          clash.act.onDropped?.()
        }}
        onBack={() => setClash(undefined)}
      />
    ) : null,
  }
}
