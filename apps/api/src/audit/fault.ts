/** What is wrong with the log, and at which entry it shows first. */
export type Fault = {
  what:
    | 'gap'
    | 'chain'
    | 'columns'
    | 'details'
    | 'checkpoint'
    | 'rolled-back'
    | 'rewritten'
    | 'unguarded'
  sequence: number
}

/** What each fault is called where people read it. */
export const faultNames = {
  gap: 'an entry is missing',
  chain: 'an entry does not follow from the one before',
  columns: 'the columns of an entry say otherwise than its event',
  details: 'what an entry seals is missing or is not what was sealed',
  checkpoint: 'a checkpoint is not signed by the key, or not of these entries',
  'rolled-back': 'entries that were signed are gone, as after an older backup is restored',
  rewritten: 'entries that were signed have been rewritten',
  unguarded: 'a trigger that keeps entries from being changed is missing or off',
} as const satisfies Record<Fault['what'], string>

/** The log is not what was signed: nothing more is signed over it. */
export class LogAtFault extends Error {
  readonly fault: Fault
  readonly code: string

  constructor(fault: Fault) {
    super(`${faultNames[fault.what]} (entry ${fault.sequence})`)
    this.fault = fault
    this.code = `log-${fault.what}-${fault.sequence}`
  }
}
