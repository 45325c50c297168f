import {
  News,
  type NewsAsked,
  type NewView,
  type OwnerFilter,
  View,
  Views,
  WorklistPage,
  type WorklistPageAsked,
  type WorklistQuery,
  WorklistTiles,
} from '@kyphoscreen/api/contract'
import { z } from 'zod'
import { request, requestFile } from '../request.ts'

const nothing = z.undefined()

/** The server’s routes of the worklist; what is searched for travels in the body. */
export const worklistApi = {
  page: (body: WorklistPageAsked) =>
    request('POST', '/referrals/search', WorklistPage, { body, reads: true }),
  tiles: (owner: OwnerFilter) =>
    request('POST', '/referrals/tiles', WorklistTiles, { body: { owner }, reads: true }),
  news: (body: NewsAsked) =>
    request('POST', '/referrals/news', News, { body, reads: true, watches: true }),
  csv: (body: WorklistQuery) => requestFile('/referrals/export', body),

  views: () => request('GET', '/views', Views),
  saveView: (body: NewView, key: string) => request('POST', '/views', View, { body, key }),
  changeView: (id: string, body: NewView) => request('PUT', `/views/${id}`, View, { body }),
  removeView: (id: string) => request('DELETE', `/views/${id}`, nothing),
}
