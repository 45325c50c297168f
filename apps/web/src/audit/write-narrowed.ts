import type { AuditFiguresChoices } from '@kyphoscreen/api/contract'
import { writeDay } from '@kyphoscreen/rules'
import { shortOutcomeWords } from '../result/wording.ts'
import type { FiguresAsked } from './figures-asked.ts'

const period = ({ from, to }: FiguresAsked): string => {
  if (from === null) return to === null ? 'Everything' : `Up to ${writeDay(to)}`
  return to === null ? `Since ${writeDay(from)}` : `${writeDay(from)} to ${writeDay(to)}`
}

/** Says what the figures are of, so that it stands on paper too. */
export function writeNarrowed(
  asked: FiguresAsked,
  referrer: string | null,
  { surgeons }: AuditFiguresChoices,
): string {
  const { version, outcome, surgeon } = asked
  const name = surgeons.find(({ id }) => id === surgeon)?.displayName ?? 'somebody else'
  return [
    period(asked),
    version !== null && `ruleset version ${version}`,
    outcome !== null && `outcome ${shortOutcomeWords[outcome].toLowerCase()}`,
    referrer !== null && `referred by ${referrer}`,
    surgeon !== null && `decided by ${name}`,
  ]
    .filter((part) => part !== false)
    .join(' · ')
}
