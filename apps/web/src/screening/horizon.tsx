import type { Findings } from '@kyphoscreen/rules'

/** Placeholder. */
export const Horizon = (_: { findings: Findings }) => null
