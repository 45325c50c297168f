import type { Source } from '@kyphoscreen/rules'
import { writeSources } from '../result/sources.tsx'

/** The paragraphs something rests on; that there are none is said. */
export const SourcesOf = ({ of }: { of: readonly Source[] }) =>
  of.length === 0 ? <span className="fine">no source</span> : writeSources(of)
