import type { SignedIn } from '@kyphoscreen/api/contract'
export const TimeOutWarning = (_: { who: SignedIn }) => null
