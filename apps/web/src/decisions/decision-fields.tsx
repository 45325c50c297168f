import type { DecisionKind, ShownResult } from '@kyphoscreen/api/contract'
import type { ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import {
  ChoiceEntry,
  DayEntry,
  GroupedEntry,
  PasswordEntry,
  ProseEntry,
  TicksEntry,
} from '../handling/form-entries.tsx'
import { shortOutcomeWords } from '../result/wording.ts'
import { Notice } from '../ui/notice.tsx'
import { choiceOf, type DecisionTyped, reasonChosen } from './decision-typed.ts'
import { codeWords, groupWords } from './reason-words.ts'
import { whyDeparts } from './why-departs.ts'
import { kindWords } from './write-decision.ts'

const reasons = Object.fromEntries(
  Object.entries(codeWords).map(([group, words]) => [
    groupWords[group as keyof typeof codeWords],
    Object.fromEntries(Object.entries(words).map(([code, says]) => [`${group}/${code}`, says])),
  ]),
)

const levelWords = ({ levels }: ShownResult) =>
  Object.fromEntries(
    levels.map(({ level, outcome }) => [level, `${level} (${shortOutcomeWords[outcome]})`]),
  )

const note = <ProseEntry name="note" label="Note" hint="If something is to be added." />

const entriesOf: Record<DecisionKind, (result: ShownResult) => ReactNode> = {
  'plan-kyphoplasty': (result) => (
    <>
      <TicksEntry name="levels" label="At which levels" words={levelWords(result)} />
      {note}
    </>
  ),
  defer: () => (
    <>
      <DayEntry name="until" label="Until" hint="A day after today, such as +2w." />
      {note}
    </>
  ),
  'more-information': () => <ProseEntry name="wanted" label="Which facts are missing" />,
  'not-pursued': () => note,
  'referred-elsewhere': () => <ProseEntry name="to" label="To whom" />,
}

function Reason({ why }: { why: string | undefined }) {
  const chosen = reasonChosen(useWatch<DecisionTyped, 'reason'>({ name: 'reason' }))
  return (
    <>
      <div role="status">
        {why === undefined ? null : <Notice heading="This departs from the outcome">{why}</Notice>}
      </div>
      {why === undefined ? null : (
        <>
          <GroupedEntry name="reason" label="Reason for departing" groups={reasons} />
          <ProseEntry
            name="reasonText"
            label="More about the reason"
            hint={chosen?.needsText ? 'This reason needs a few words.' : 'If you like.'}
          />
        </>
      )}
    </>
  )
}

/** What is asked of a decision: its kind, what belongs to that kind, the reason where it departs, and the password. */
export function DecisionFields({ result }: { result: ShownResult }) {
  const [kind, levels] = useWatch<DecisionTyped, ['kind', 'levels']>({ name: ['kind', 'levels'] })
  const choice = choiceOf({ kind, levels })
  return (
    <>
      <ChoiceEntry name="kind" label="What is decided" words={kindWords} />
      {choice ? entriesOf[choice.kind](result) : null}
      <Reason why={choice && whyDeparts(result, choice)} />
      <PasswordEntry
        name="password"
        label="Your password"
        hint="Confirms that this is your decision. It is checked and not kept."
      />
    </>
  )
}
