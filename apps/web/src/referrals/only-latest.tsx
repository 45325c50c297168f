import { mostEvents, type Referral } from '@kyphoscreen/api/contract'
import { Notice } from '../ui/notice.tsx'

/** Says so when more has happened to a referral than it is given with; what is not shown is not gone. */
export const OnlyLatest = ({ events }: Pick<Referral, 'events'>) =>
  events.length < mostEvents ? null : (
    <Notice>Only the latest {mostEvents} things that happened are shown here.</Notice>
  )
