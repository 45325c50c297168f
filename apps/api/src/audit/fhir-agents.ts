import type { AuditEntry } from '../contract.ts'
import { type Coding, codes, type Shape } from './fhir-codes.ts'

type Concept = { coding: Coding[] }
/** What a part of an event refers to, by an identifier of the product or by words. */
export type Reference = {
  type?: string
  identifier?: { system?: string; value: string }
  display?: string
}

/** Who or what took part in an event. */
export type Agent = {
  type: Concept
  who: Reference
  name?: string
  role?: Concept[]
  requestor: boolean
  network?: { address: string; type: '1' | '2' }
}

/** What wrote the event down. */
export const observer: Reference = { display: 'Kyphoscreen' }

const concept = (coding: Coding): Concept => ({ coding: [coding] })

/** Refers to a record of the product. */
export const named = (kind: string, value: string): Reference => ({
  identifier: { system: `urn:kyphoscreen:${kind}`, value },
})

/** Gives the person who acted, where somebody was signed in. */
export const userOf = ({ who }: AuditEntry, { as }: Shape): Agent[] => {
  if (who === null) return []
  const { accountId, username, role } = who
  const isWriter = as === 'create' || as === 'update'
  return [
    {
      type: concept(isWriter ? codes.author : codes.recipient),
      who: { ...named('account', accountId), display: username },
      name: username,
      role: [concept({ system: 'urn:kyphoscreen:role', code: role, display: role })],
      requestor: true,
    },
  ]
}

/** Gives the two machines: what is read or exported flows from the server to who asked; everything else is sent to it. */
export function machinesOf({ who, address }: AuditEntry, { as }: Shape, server: string): Agent[] {
  const flowsOut = as === 'read' || as === 'export'
  const [ofClient, ofServer] = flowsOut
    ? [codes.destination, codes.source]
    : [codes.source, codes.destination]
  const own: Agent = {
    type: concept(ofServer),
    who: observer,
    requestor: who === null && address === null,
    network: { address: server, type: '1' },
  }
  if (address === null) return [own]
  const client: Agent = {
    type: concept(ofClient),
    who: { display: address },
    requestor: who === null,
    network: { address, type: '2' },
  }
  return [client, own]
}
