/** A published version of the rules, and in one sentence what it changed; the hash is the SHA-256 of its answers over the pinned corpus. */
export type Release = {
  version: string
  hash: `sha256:${string}`
  releasedOn: string
  changed: string
}

const id = 'documented-criteria'

/** Every version of the rules, oldest first; a version that is listed never changes. */
export const releases: readonly [Release, ...Release[]] = [
  {
    version: '1.0.0',
    hash: 'sha256:955c4756be5a19d06b55dbb47d7ab096406be6684a138dd2689608601ca86e0f',
    releasedOn: '2026-11-21',
    changed: 'The first version: four criteria, the outcomes, and what a result carries.',
  },
  {
    version: '1.0.1',
    hash: 'sha256:3ca4c697e992b5aa27692db75991edb48ffa398b8b72d763a816ec33206f9e95',
    releasedOn: '2026-11-21',
    changed:
      'Every criterion that is not met says what would change it; no status and no outcome is another.',
  },
]

const { version, hash } = releases.at(-1) ?? releases[0]

/** The version of the rules in force, as every result carries it. */
export const releaseInForce = Object.freeze({ id, version, hash })
