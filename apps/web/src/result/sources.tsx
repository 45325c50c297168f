import type { Source } from '@kyphoscreen/rules'

/** Cites paragraphs the short way, `S1 ¶4`. */
export const writeSources = (sources: readonly Pick<Source, 'document' | 'paragraph'>[]): string =>
  sources.map(({ document, paragraph }) => `${document} ¶${paragraph}`).join(', ')

/** The paragraphs something rests on. */
export const Sources = ({ of }: { of: readonly Source[] }) => (
  <span className="sources">{writeSources(of)}</span>
)
