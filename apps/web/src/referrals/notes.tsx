import type { Referral } from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { ProseEntry } from '../handling/form-entries.tsx'
import { referralApi } from '../handling/referral-api.ts'
import { neededText } from '../handling/typed.ts'
import { writeInstant } from '../instant.ts'
import { Adding } from './adding.tsx'
import { OnlyLatest } from './only-latest.tsx'
import { Panel } from './panel.tsx'

const NoteTyped = z.object({ text: neededText('Type the note.', 4000) })

const notesOf = ({ events }: Referral) => events.filter(({ kind }) => kind === 'note')

/** Events come newest first. */
const lastNote = (referral: Referral) => String(notesOf(referral)[0]?.to ?? 'no note')

type NotesProps = { referral: Referral; mayChange: boolean }

/** The notes of a referral, as they were written. */
export const Notes = ({ referral, mayChange }: NotesProps) => (
  <Panel id="notes" heading="Notes">
    <OnlyLatest events={referral.events} />
    {notesOf(referral).length === 0 ? <p className="fine">No note yet.</p> : null}
    <ul className="stack-close">
      {notesOf(referral).map(({ sequence, to, by, at }) => (
        <li key={sequence}>
          <p className="prose">{String(to)}</p>
          <p className="fine">
            {by.displayName}, {by.role}, {writeInstant(at)}
          </p>
        </li>
      ))}
    </ul>
    {mayChange ? (
      <Adding
        referral={referral}
        what="a note"
        schema={NoteTyped}
        initial={{ text: '' }}
        send={referralApi.addNote}
        compare={({ text }, now) => [{ label: 'Note', theirs: lastNote(now), yours: text }]}
      >
        <ProseEntry name="text" label="Note" hint="A note stays as written." />
      </Adding>
    ) : null}
  </Panel>
)
