/** A violation planted in a copy of the repository, and the rule that must report it. */
export type Plant = { claim: string; path: string; text: string; rule: string }

const rules = 'packages/rules/src'
const api = 'apps/api/src'
const web = 'apps/web/src'

/** One violation for each arrow and house rule that the linter keeps; each must be reported. */
export const plants: readonly Plant[] = [
  {
    claim: 'rules do not read files',
    path: `${rules}/planted-file.ts`,
    text: `import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n`,
    rule: 'noNodejsModules',
  },
  {
    claim: 'rules import no library but zod',
    path: `${rules}/planted-library.ts`,
    text: `import fc from 'fast-check'\nexport const planted = fc\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'rules do not know the API',
    path: `${rules}/planted-api.ts`,
    text: `import { Patient } from '@kyphoscreen/api/contract'\nexport const planted = Patient\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'rules do not reach out of their folder',
    path: `${rules}/criteria/planted-reach.ts`,
    text: `import { Patient } from '../../../../apps/api/src/contract.ts'\nexport const planted = Patient\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'rules have no clock: Date.now()',
    path: `${rules}/planted-clock.ts`,
    text: 'export const planted = Date.now()\n',
    rule: 'noRestrictedGlobals',
  },
  {
    claim: 'rules have no clock: new Date()',
    path: `${rules}/planted-today.ts`,
    text: 'export const planted = new Date()\n',
    rule: 'noRestrictedGlobals',
  },
  {
    claim: 'rules read no environment',
    path: `${rules}/planted-environment.ts`,
    text: `export const planted = process.env['TZ']\n`,
    rule: 'noRestrictedGlobals',
  },
  {
    claim: 'rules leave nothing to chance',
    path: `${rules}/planted-chance.ts`,
    text: 'export const planted = Math.random()\n',
    rule: 'plugin',
  },
  {
    claim: 'the web app imports the contract of the API and nothing else of it',
    path: `${web}/planted-app.ts`,
    text: `import { buildApp } from '@kyphoscreen/api/src/app.ts'\nexport const planted = buildApp\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'the web app does not reach the API by a path',
    path: `${web}/planted-path.ts`,
    text: `import { buildApp } from '../../api/src/app.ts'\nexport const planted = buildApp\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'the web app does not use Node',
    path: `${web}/planted-node.ts`,
    text: `import { join } from 'node:path'\nexport const planted = join\n`,
    rule: 'noNodejsModules',
  },
  {
    claim: 'the web app does not use what it does not declare',
    path: `${web}/planted-undeclared.ts`,
    text: `import fastify from 'fastify'\nexport const planted = fastify\n`,
    rule: 'noUndeclaredDependencies',
  },
  {
    claim: 'features of the web app do not know one another',
    path: `${web}/screening/planted-sideways.ts`,
    text: `import { HomePage } from '../patients/home-page.tsx'\nexport const planted = HomePage\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'ui/ knows no clinical word',
    path: `${web}/ui/planted-clinical.ts`,
    text: `import { screen } from '@kyphoscreen/rules'\nexport const planted = screen\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'routes never see Prisma',
    path: `${api}/planted/routes.ts`,
    text: `import { PrismaClient } from '../../generated/prisma/client.ts'\nexport const planted = PrismaClient\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'stores never see Fastify',
    path: `${api}/planted/store.ts`,
    text: `import fastify from 'fastify'\nexport const planted = fastify\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'a feature never imports the store of another: routes',
    path: `${api}/planted-routes/routes.ts`,
    text: `import { planted } from '../planted/store.ts'\nexport const again = planted\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'a feature never imports the store of another: any file',
    path: `${api}/planted-feature/note.ts`,
    text: `import { planted } from '../planted/store.ts'\nexport const again = planted\n`,
    rule: 'noRestrictedImports',
  },
  {
    claim: 'nothing is coerced',
    path: `${api}/planted-coercion.ts`,
    text: `import { z } from 'zod'\nexport const Planted = z.object({ painScore: z.coerce.number() })\n`,
    rule: 'plugin',
  },
  {
    claim: 'nothing is exported as default',
    path: `${api}/planted-default.ts`,
    text: 'export default 1\n',
    rule: 'noDefaultExport',
  },
  {
    claim: 'imports run in no circle',
    path: `${rules}/planted-circle.ts`,
    text: `import { back } from './planted-circle-back.ts'\nexport const planted = (): unknown => back\n`,
    rule: 'noImportCycles',
  },
  {
    claim: 'imports run in no circle: the way back',
    path: `${rules}/planted-circle-back.ts`,
    text: `import { planted } from './planted-circle.ts'\nexport const back = (): unknown => planted\n`,
    rule: 'noImportCycles',
  },
  {
    claim: 'no test is skipped',
    path: `${rules}/planted.test.ts`,
    text: `import { it } from 'vitest'\nit.skip('is left out', () => undefined)\n`,
    rule: 'noSkippedTests',
  },
  {
    claim: 'files are named in kebab-case',
    path: `${web}/plantedName.ts`,
    text: 'export const planted = 1\n',
    rule: 'useFilenamingConvention',
  },
  {
    claim: 'a file stays under 180 lines',
    path: `${rules}/planted-length.ts`,
    text: Array.from({ length: 181 }, (_, line) => `export const line${line} = ${line}\n`).join(''),
    rule: 'noExcessiveLinesPerFile',
  },
]
