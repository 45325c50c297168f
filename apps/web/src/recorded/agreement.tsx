import type { Screening } from '@kyphoscreen/api/contract'
import { ruleset, screen } from '@kyphoscreen/rules'
import { canonicalJson } from '../canonical-json.ts'
import { Notice } from '../ui/notice.tsx'

type Agreement = 'same' | 'differs' | 'other-ruleset' | 'not-checked'

/** Compares the server’s answer with what this browser’s rules make of the same findings. */
export function compareWithServer({ findings, result }: Screening): Agreement {
  const { version, hash } = result.ruleset
  if (version !== ruleset.version || hash !== ruleset.hash) return 'other-ruleset'
  try {
    return canonicalJson(screen(findings)) === canonicalJson(result) ? 'same' : 'differs'
  } catch {
    return 'not-checked'
  }
}

const nameOf = ({ version, hash }: { version: string; hash: string }) =>
  `${version} (${hash.slice(0, 15)}…)`

type AgreementProps = {
  screening: Screening
  /** The server kept other findings than were sent. */
  altered: boolean
  /** The server answered otherwise than the preview did. */
  differs: boolean
}

/** Says so when the server’s answer is not the one the preview showed; silent when it is. */
export function AgreementNotice({ screening, altered, differs }: AgreementProps) {
  const agreement = compareWithServer(screening)
  if (altered || differs || agreement === 'differs') {
    return (
      <Notice
        tone="failure"
        heading={
          altered
            ? 'The server kept other findings than were sent'
            : 'The server’s answer differs from the one shown before recording'
        }
      >
        The server’s answer below is the one that is kept. Do not rely on it before somebody has
        found out why: tell support, with the address of this page.
      </Notice>
    )
  }
  if (agreement === 'not-checked') {
    return (
      <Notice tone="failure" heading="The server’s answer could not be checked">
        This browser could not screen the same findings again. Reload the page; if it happens again,
        tell support.
      </Notice>
    )
  }
  return agreement === 'other-ruleset' ? (
    <Notice>
      Screened by ruleset {nameOf(screening.result.ruleset)}; the rules in force are{' '}
      {nameOf(ruleset)}. The answer below is the one that was recorded.
    </Notice>
  ) : null
}
