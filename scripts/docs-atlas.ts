import { atlasPage } from './atlas-page/page.ts'
import { keepPage } from './criteria-page/keep-page.ts'

/** Writes docs/atlas.md from the running rules, or with `--check` says when it is stale. */
process.exitCode = await keepPage('docs:atlas', 'docs/atlas.md', atlasPage)
