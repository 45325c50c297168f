import type { Evidence, GatheredFact, NewRuling, Referral } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { z } from 'zod'
import { ProseEntry } from '../handling/form-entries.tsx'
import { referralApi } from '../handling/referral-api.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { neededText } from '../handling/typed.ts'
import { useAct } from '../handling/use-act.tsx'
import {
  placeOfGathered,
  writeGathered,
  writeOrigin,
  writeStanding,
} from '../handling/write-gathered.ts'
import { Opened } from '../ui/opened.tsx'
import { useKeyFor } from '../use-key-for.ts'
import { useKeepReferral } from './use-referral.ts'

const Reason = z.object({ reason: neededText('Say why, in a few words.', 1000) })

const words = {
  chosen: { act: 'Choose', done: 'Chosen' },
  withdrawn: { act: 'Withdraw', done: 'Withdrawn' },
} as const

type RulingActsProps = { referral: Referral; gathered: GatheredFact; evidence: Evidence }

type RulingFormProps = RulingActsProps & { kind: NewRuling['kind']; onClose: () => void }

/** What was on the page when a form was opened: a choice is never made over a source that came since. */
const sourcesOf = ({ evidence }: GatheredFact) =>
  evidence.map(({ id, withdrawn }) => `${id} ${withdrawn !== null}`).join()

function RulingForm({ referral, gathered, evidence, kind, onClose }: RulingFormProps) {
  const [opened] = useState({ version: referral.version, sources: sourcesOf(gathered) })
  const keep = useKeepReferral()
  const keyFor = useKeyFor()
  const { act, sending, failed, dialog } = useAct<Referral>(referral, keep)
  const { fact, level } = gathered
  const place = placeOfGathered(gathered)
  const rule = ({ reason }: { reason: string }) => {
    const body: NewRuling = { evidenceId: evidence.id, fact, level, kind, reason }
    act({
      send: (seen) => referralApi.rule(seen, body, keyFor(body)),
      compare: (now) => {
        const theirs = now.facts.find((one) => one.fact === fact && one.level === level)
        return [
          {
            label: place,
            theirs: theirs ? writeStanding(theirs) : 'not recorded',
            yours: `${words[kind].done}: ${writeGathered(gathered, evidence.value)}, ${writeOrigin(evidence)}`,
          },
          { label: 'Reason', theirs: '', yours: reason },
        ]
      },
      ...(opened.sources === sourcesOf(gathered) ? {} : { from: opened.version }),
      onDone: () => {
        onClose()
        document.getElementById('facts')?.focus({ preventScroll: true })
      },
      onDropped: onClose,
    })
  }
  return (
    <>
      <SmallForm
        label={`${words[kind].act} ${place}`}
        schema={Reason}
        initial={{ reason: '' }}
        submit={words[kind].act}
        sending={sending}
        failed={failed}
        onSend={rule}
        onCancel={onClose}
      >
        <ProseEntry name="reason" label="Reason" />
      </SmallForm>
      {dialog}
    </>
  )
}

/** The ways to choose one source over others, while they disagree, or to withdraw what it says. */
export const RulingActs = (of: RulingActsProps) => {
  const { gathered, evidence } = of
  const value = writeGathered(gathered, evidence.value)
  const kinds: NewRuling['kind'][] =
    gathered.status === 'conflict' ? ['chosen', 'withdrawn'] : ['withdrawn']
  return (
    <div className="source-acts">
      {kinds.map((kind) => (
        <Opened
          key={kind}
          label={`${words[kind].act}…`}
          about={`${placeOfGathered(gathered)}: ${value} from ${evidence.origin.name}`}
        >
          {(close) => <RulingForm {...of} kind={kind} onClose={close} />}
        </Opened>
      ))}
    </div>
  )
}
