import { ClinicSettings, type NewClinicSettings } from '@kyphoscreen/api/contract'
import { request } from '../request.ts'

/** The server's routes of the clinic's settings. */
export const settingsApi = {
  read: () => request('GET', '/settings', ClinicSettings),
  change: (body: NewClinicSettings) => request('PUT', '/settings', ClinicSettings, { body }),
}
