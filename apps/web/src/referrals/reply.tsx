import type { Referral, ReplyDraft } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { referralApi } from '../handling/referral-api.ts'
import { Loaded } from '../loaded.tsx'
import { Opened } from '../ui/opened.tsx'
import { Panel } from './panel.tsx'
import { ReplyForm } from './reply-form.tsx'

function Drafted({ referral, onClose }: { referral: Referral; onClose: () => void }) {
  const draft = useQuery({
    queryKey: ['reply', referral.id, referral.version],
    queryFn: () => referralApi.draftReply(referral.id),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
  return (
    <Loaded query={draft} what="the reply">
      {(read: ReplyDraft) => <ReplyForm referral={referral} draft={read} onClose={onClose} />}
    </Loaded>
  )
}

const repliesOf = ({ events }: Referral) => events.filter(({ kind }) => kind === 'reply')

/** The reply to the referrer: the decisive missing items and why each is needed, no more. */
export const Reply = ({ referral }: { referral: Referral }) => {
  const sent = repliesOf(referral).length
  return (
    <Panel id="reply" heading="Reply to the referrer">
      <p className="fine">
        {sent === 0
          ? 'Lists exactly what is missing and decides, and why each is needed.'
          : `Recorded so far: ${sent}.`}
      </p>
      <Opened label="Reply to the referrer">
        {(close) => <Drafted referral={referral} onClose={close} />}
      </Opened>
    </Panel>
  )
}
