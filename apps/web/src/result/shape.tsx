import type { Outcome, Status } from '@kyphoscreen/rules'
import type { ReactNode } from 'react'
import './shape.css'

type Silhouette = 'disc' | 'square' | 'ring' | 'diamond' | 'triangle'

const silhouettes: Record<Silhouette, ReactNode> = {
  disc: (
    <>
      <circle className="shape-fill" cx="12" cy="12" r="10.500" />
      <path className="shape-mark" d="m7.200 12.400 3.300 3.300 6.300-7" />
    </>
  ),
  square: (
    <>
      <rect className="shape-fill" x="2" y="2" width="20" height="20" rx="3" />
      <path className="shape-mark" d="m8 8 8 8M16 8l-8 8" />
    </>
  ),
  ring: (
    <>
      <circle className="shape-line" cx="12" cy="12" r="9.500" strokeDasharray="4.300 3.160" />
      <path
        className="shape-sign"
        d="M9.300 9.600a2.800 2.800 0 1 1 4.200 2.500c-.9.500-1.500 1-1.500 2M12 17.200v.100"
      />
    </>
  ),
  diamond: (
    <>
      <path
        className="shape-fill"
        d="M12 .800 23.200 12 12 23.200.800 12 12 .800Z"
        strokeLinejoin="round"
      />
      <path className="shape-mark" d="M12 6.800v6.200M12 16.700v.200" />
    </>
  ),
  triangle: (
    <>
      <path className="shape-fill" d="M12 1.800 23.500 21.800H.500L12 1.800Z" />
      <path className="shape-mark" d="M12 9v6M12 18.300v.200" />
    </>
  ),
}

const shapes = {
  meets: 'disc',
  'does-not-meet': 'square',
  'insufficient-information': 'ring',
  'needs-surgeon-review': 'diamond',
  met: 'disc',
  'not-met': 'square',
  unknown: 'ring',
  'needs-review': 'diamond',
  urgent: 'triangle',
} as const satisfies Record<Outcome | Status | 'urgent', Silhouette>

const tones = {
  meets: 'meets',
  met: 'meets',
  'does-not-meet': 'not',
  'not-met': 'not',
  'insufficient-information': 'open',
  unknown: 'open',
  'needs-surgeon-review': 'review',
  'needs-review': 'review',
  urgent: 'urgent',
} as const satisfies Record<keyof typeof shapes, string>

/** The colour family of an outcome or a status. */
export const toneOf = (of: keyof typeof shapes): string => `tone-${tones[of]}`

/** A silhouette of its own for each outcome and status; the word always stands beside it. */
export const Shape = ({ of }: { of: keyof typeof shapes }) => (
  <svg
    className={`shape ${toneOf(of)}`}
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
    data-shape={shapes[of]}
  >
    {silhouettes[shapes[of]]}
  </svg>
)
