import type { Referrer } from '../contract.ts'

/** A family practice that refers patients. */
export const larkspur: Referrer = {
  name: 'Dr. Imogen Larkspur',
  organisation: 'Larkspur Family Practice',
  phone: '555-0111',
  fax: '555-0112',
}

/** A hospital that refers patients. */
export const quarryside: Referrer = {
  name: 'Dr. Bertrand Quill',
  organisation: 'Quarryside Hospital, emergency department',
  phone: '555-0127',
  fax: null,
}

/** A pain clinic that refers patients. */
export const thistledown: Referrer = {
  name: 'Oona Thistle, nurse practitioner',
  organisation: 'Thistledown Pain Clinic',
  phone: null,
  fax: '555-0139',
}
