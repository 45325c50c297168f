import type { NewDocument, Referral, ReferralDocument } from '@kyphoscreen/api/contract'
import { useState } from 'react'
import { DayEntry, LineEntry, ListEntry } from '../handling/form-entries.tsx'
import { referralApi } from '../handling/referral-api.ts'
import { SmallForm } from '../handling/small-form.tsx'
import { useAct } from '../handling/use-act.tsx'
import { documentWords } from '../handling/wording.ts'
import { Opened } from '../ui/opened.tsx'
import { Adding } from './adding.tsx'
import { DocumentTyped, documentTypedFrom, writeDocument } from './document-entries.ts'
import { Panel } from './panel.tsx'
import { useKeepReferral } from './use-referral.ts'

type DocumentsProps = { referral: Referral; mayChange: boolean }
type DocumentProps = { referral: Referral; document: ReferralDocument }

const blank: DocumentTyped = {
  kind: 'mri-report',
  note: '',
  expectedOn: '',
  receivedOn: '',
  documentOn: '',
}

const DocumentFields = () => (
  <>
    <ListEntry name="kind" label="Kind" words={documentWords} />
    <DayEntry name="expectedOn" label="Expected on" hint="05-Nov-2026, +3d or +1w" />
    <DayEntry name="receivedOn" label="Received on" hint="Leave out what has not come" />
    <DayEntry name="documentOn" label="Date of the document" hint="Such as the day of imaging" />
    <LineEntry name="note" label="Remark" />
  </>
)

function DocumentForm({ referral, document, onClose }: DocumentProps & { onClose: () => void }) {
  const [opened] = useState({ version: referral.version, document })
  const { act, sending, failed, dialog } = useAct<Referral>(referral, useKeepReferral())
  const send = (typed: NewDocument) => {
    if (writeDocument(typed) === writeDocument(opened.document)) return onClose()
    act({
      send: (seen) => referralApi.changeDocument(seen, document.id, typed),
      compare: (now) => {
        const theirs = now.documents.find(({ id }) => id === document.id)
        return [
          {
            label: 'Document',
            theirs: theirs ? writeDocument(theirs) : 'gone',
            yours: writeDocument(typed),
          },
        ]
      },
      ...(writeDocument(opened.document) === writeDocument(document)
        ? {}
        : { from: opened.version }),
      onDone: onClose,
      onDropped: onClose,
    })
  }
  return (
    <>
      <SmallForm
        label={`Change: ${documentWords[document.kind]}`}
        schema={DocumentTyped}
        initial={documentTypedFrom(opened.document)}
        submit="Save"
        sending={sending}
        failed={failed}
        onSend={send}
        onCancel={onClose}
      >
        <DocumentFields />
      </SmallForm>
      {dialog}
    </>
  )
}

/** The documents a referral waits for, and those that have come; records, not files. */
export const Documents = ({ referral, mayChange }: DocumentsProps) => (
  <Panel id="documents" heading="Documents">
    {referral.documents.length === 0 ? <p className="fine">None is expected or has come.</p> : null}
    <ul className="stack-close">
      {referral.documents.map((document) => (
        <li key={document.id} className="stack-close">
          <p>{writeDocument(document)}</p>
          {mayChange ? (
            <Opened label={`Change: ${documentWords[document.kind]}…`}>
              {(close) => <DocumentForm referral={referral} document={document} onClose={close} />}
            </Opened>
          ) : null}
        </li>
      ))}
    </ul>
    {mayChange ? (
      <Adding
        referral={referral}
        what="a document"
        schema={DocumentTyped}
        initial={blank}
        send={referralApi.addDocument}
        compare={(document, now) => [
          {
            label: 'Documents',
            theirs: now.documents.map(writeDocument).join('\n') || 'none',
            yours: writeDocument(document),
          },
        ]}
      >
        <DocumentFields />
      </Adding>
    ) : null}
  </Panel>
)
