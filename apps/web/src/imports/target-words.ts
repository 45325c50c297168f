import { ImportedReferral, type ImportTarget, importTargets } from '@kyphoscreen/api/contract'
import type { Fact } from '@kyphoscreen/rules'
import { fields } from '../facts/fields.ts'

const { patient, referral } = ImportedReferral.shape

const patientWords = {
  mrn: 'MRN',
  familyName: 'Family name',
  givenName: 'Given name',
  birthDate: 'Birth date',
  sex: 'Sex',
} as const satisfies Record<keyof typeof patient.shape, string>

const referralWords = {
  externalId: 'Sender’s id of the referral',
  referrerName: 'Referrer',
  organisation: 'Referrer’s organisation',
  phone: 'Referrer’s phone',
  fax: 'Referrer’s fax',
  receivedOn: 'Received on',
  reason: 'Reason for the referral',
  priority: 'Priority',
  dueOn: 'Due on',
} as const satisfies Record<keyof typeof referral.shape, string>

const ownWords: Partial<Record<ImportTarget, string>> = { ...patientWords, ...referralWords }
const isFact = (name: string): name is Fact => Object.hasOwn(fields, name)
const isLevel = /^level(\d+)(?:\.(.+))?$/

/** Says what a column can tell, in the words of the form. */
export function targetWords(target: ImportTarget): string {
  const own = ownWords[target]
  if (own !== undefined) return own
  const [, level, fact = ''] = isLevel.exec(target) ?? []
  const name = level === undefined ? target : fact
  const words = isFact(name) ? fields[name].label : name
  if (level === undefined) return words
  return words === '' ? `Level ${level}` : `Level ${level}: ${words}`
}

function groupOf(target: ImportTarget): string {
  if (Object.hasOwn(patientWords, target)) return 'Patient'
  if (Object.hasOwn(referralWords, target)) return 'Referral'
  const [, level] = isLevel.exec(target) ?? []
  return level === undefined ? 'Findings' : `Level ${level}`
}

/** What columns can tell, in groups, in the order of the documentation. */
export const targetGroups: ReadonlyMap<string, readonly ImportTarget[]> = Map.groupBy(
  importTargets,
  groupOf,
)
