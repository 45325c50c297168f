import { Replay, type ReplayAsked, ReplayList } from '@kyphoscreen/api/contract'
import { request } from '../request.ts'

/** The server’s routes of replays. */
export const replayApi = {
  read: () => request('GET', '/audit/replay', Replay, { watches: true }),
  begin: () => request('POST', '/audit/replay', Replay),
  cancel: () => request('POST', '/audit/replay/cancel', Replay),
  list: ({ list, page }: ReplayAsked) =>
    request('GET', `/audit/replay/screenings?list=${list}&page=${page}`, ReplayList),
}
