import { absent, rowStart, sequenceToCome } from './copy-fields.ts'

/** A row as COPY takes it into each table; the sequences of the referral and of its event are to come. */
export type RowLines = {
  key: string
  patient: string
  referral: string
  evidence: string
  event: string
}

const columns = {
  key: 'line, patientId, mrn, birthDate, externalId',
  patient: 'id, mrn, familyName, givenName, birthDate, sex, createdById, createdAt',
  referral: `receivedSequence, changedSequence, patientId, id, externalId, referrerName, referrerOrganisation,
    referrerPhone, referrerFax, receivedOn, reason, priority, dueOn, facts, outcome, urgent, decisive, nextChangeOn,
    nextOutcome, readyOn, closesOn, screenedOn, rulesetHash, createdById, createdAt, changedAt, sortName`,
  evidence: 'id, referralId, facts, originKind, originName, originOn, enteredById, enteredAt',
  event: 'sequence, referralId, kind, what, to, byId, at',
} as const satisfies Record<keyof RowLines, string>

const named = (names: string) => `(${names.replaceAll(/\w+/g, '"$&"')})`

/** The columns of each table in the order of the fields. */
export const lineColumns = {
  key: named(columns.key),
  patient: named(columns.patient),
  referral: named(columns.referral),
  evidence: named(columns.evidence),
  event: named(columns.event),
} as const satisfies Record<keyof RowLines, string>

const startOf = (table: keyof RowLines) => rowStart(columns[table].split(',').length)
/** How a row of each table begins. */
export const starts = {
  key: startOf('key'),
  patient: startOf('patient'),
  referral: startOf('referral') + sequenceToCome + sequenceToCome,
  evidence: startOf('evidence'),
  event: startOf('event') + sequenceToCome,
} as const satisfies Record<keyof RowLines, string>

const afterLength = absent.length
const afterSequence = 2 + sequenceToCome.length

const afterId = 16 + afterLength
const ofReferral = afterSequence + sequenceToCome.length + afterLength

/** Where in a row the bytes of its sequences and ids stand. */
export const places = {
  key: { patientId: 2 + 2 * afterLength + afterLength },
  patient: { id: 2 + afterLength },
  referral: {
    sequences: [2 + afterLength, afterSequence + afterLength],
    patientId: ofReferral,
    id: ofReferral + afterId,
  },
  evidence: { id: 2 + afterLength, referralId: 2 + afterLength + afterId },
  event: { sequence: 2 + afterLength, referralId: afterSequence + afterLength },
} as const
