import {
  FirstImportErrors,
  Import,
  type ImportMapping,
  ImportPreview,
  Imports,
} from '@kyphoscreen/api/contract'
import { request } from '../request.ts'

/** The server’s routes of imports; files are sent by `sendFile`. */
export const importApi = {
  list: () => request('GET', '/imports', Imports),
  read: (id: string) => request('GET', `/imports/${id}`, Import),
  preview: (id: string) => request('GET', `/imports/${id}/preview`, ImportPreview),
  map: (id: string, body: ImportMapping) =>
    request('PUT', `/imports/${id}/mapping`, ImportPreview, { body }),
  tryOut: (id: string) => request('POST', `/imports/${id}/dry-run`, Import),
  run: (id: string) => request('POST', `/imports/${id}/run`, Import),
  cancel: (id: string) => request('POST', `/imports/${id}/cancel`, Import),
  firstErrors: (id: string) => request('GET', `/imports/${id}/first-errors`, FirstImportErrors),
}

/** Gives the address of all errors of an import as CSV. */
export const errorsAddress = (id: string): string => `/api/imports/${id}/errors`
