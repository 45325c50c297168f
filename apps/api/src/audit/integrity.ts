import { type Fault, LogAtFault } from './fault.ts'

/** What this process knows of the log: the last checkpoint, the last check of all of it, and what is wrong with it. */
export type Integrity = {
  signed: { size: number; at: string } | null
  checked: { size: number; at: string } | null
  fault: Fault | null
}

/** Remembers what is found out about the log, for whoever shows it; `tellFault` is called once a fault. */
export function integrityOf(clock: () => Date, tellFault: (error: LogAtFault) => void) {
  let known: Integrity = { signed: null, checked: null, fault: null }
  const at = () => clock().toISOString()
  return {
    known: (): Integrity => known,
    wasSigned: (size: number): void => {
      known = { ...known, signed: { size, at: at() } }
    },
    wasChecked: (size: number): void => {
      known = { ...known, checked: { size, at: at() } }
    },
    /** Keeps the first fault; it stays until the server is started on a log that is right. */
    isAtFault(fault: Fault): void {
      if (known.fault === null) tellFault(new LogAtFault(fault))
      known = { ...known, fault: known.fault ?? fault }
    },
  }
}

export type IntegrityKept = ReturnType<typeof integrityOf>
