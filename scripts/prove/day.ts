import { type Act, type Acting, admin } from './day/acting.ts'
import { administering, settings, verify } from './day/administering.ts'
import { chanceFrom } from './day/chance.ts'
import { type Clinic, openClinic } from './day/clinic.ts'
import { reading } from './day/reading.ts'
import { recording, register, screen } from './day/recording.ts'
import { importOne, receive, referring } from './day/referring.ts'
import { refusing, unconfirmed } from './day/refusing.ts'
import {
  accounts,
  failedSignIn,
  morning,
  outAndIn,
  replaced,
  strangers,
  tooManyTries,
} from './day/signing-in.ts'
import { difference, type Found, readLog } from './day/told.ts'
import type { Proven } from './proven.ts'

const seed = 20_261_121

const often: readonly Act[] = [
  ...reading,
  ...recording,
  ...referring,
  ...refusing,
  ...administering,
].flatMap(([times, act]) => Array.from({ length: times }, () => act))

const times = (count: number, act: Act) => Array.from({ length: count }, () => act)

/** What is done a few times, for it is limited or slow: spread over the day. */
const seldom: readonly Act[] = [
  ...times(20, failedSignIn),
  ...times(8, outAndIn),
  ...times(4, replaced),
  ...times(4, unconfirmed),
  ...times(3, importOne),
  ...times(2, settings),
  ...times(2, verify),
  tooManyTries,
  strangers,
  accounts,
]

const beginning: readonly Act[] = [
  morning,
  ...times(3, register),
  ...times(3, screen),
  receive,
  receive,
]

/** Does so many things that the log is to tell, in an order that is the same in each run. */
async function spend(acting: Acting, actions: number) {
  const { clinic, chance } = acting
  for (const act of beginning) await act(acting)
  const rest = [...seldom]
  const every = Math.floor(actions / (seldom.length + 1))
  while (clinic.expected.length < actions - 1 || rest.length > 0) {
    const due = rest.length > 0 && clinic.expected.length >= (seldom.length - rest.length) * every
    const act = due ? rest.splice(chance.number(rest.length), 1)[0] : chance.of(often)
    await act?.(acting)
  }
}

const wholeLog = async ({ does }: Clinic) => {
  const told = () => [{ action: 'export', on: 'log/whole' } as const]
  const { text } = await does({ as: admin, send: ['GET', '/audit/log'], status: 200, told })
  const entries = readLog(text)
  return entries.slice(entries.findIndex(({ action }) => action === 'sign-in'))
}

const compared = ({ expected, quiet }: Clinic, found: readonly Found[], actions: number) => {
  const wrong = expected.flatMap((one, place) => difference(one, found[place]) ?? [])
  const kinds = new Set(expected.map(({ action }) => action))
  const more = found.length - expected.length
  return {
    holds: wrong.length === 0 && more === 0 && expected.length >= actions,
    lines: [
      ...wrong.slice(0, 10).map((words) => `told: ${words}`),
      `${expected.length} things of ${kinds.size} kinds were done over HTTP; ${expected.length - wrong.length} are told as they were done, in order: by whom, on what and whom, to what end, why and when`,
      `${quiet()} requests were to tell nothing; ${more} entries more than were expected`,
    ],
  }
}

/** Spends a day at the product over HTTP, writes down itself what the log must tell, and compares. */
export async function prove(actions = 1_000): Promise<Proven> {
  const clinic = await openClinic()
  const made = { patients: [], screenings: [], referrals: [] }
  let number = 1_000
  const next = () => {
    number += 1
    return number
  }
  try {
    await spend({ clinic, chance: chanceFrom(seed), next, ...made }, actions)
    return compared(clinic, await wholeLog(clinic), actions)
  } finally {
    await clinic.close()
  }
}
