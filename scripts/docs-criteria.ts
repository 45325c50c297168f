import { keepPage } from './criteria-page/keep-page.ts'
import { criteriaPage } from './criteria-page/page.ts'

/** Writes docs/criteria.md from the running rules, or with `--check` says when it is stale. */
process.exitCode = await keepPage('docs:criteria', 'docs/criteria.md', criteriaPage)
