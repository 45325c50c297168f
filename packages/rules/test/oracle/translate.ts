import { readFileSync } from 'node:fs'
import {
  CqlTranslator,
  createModelInfoProvider,
  LibraryManager,
  ModelManager,
  stringAsSource,
} from '@cqframework/cql/cql-to-elm'
import { Library } from 'cql-execution'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

const withoutTracing = (key: string, value: unknown) => (key === 'localId' ? undefined : value)

/** Translates the criteria from CQL to an executable library; throws what the translator objects to. */
export function translateCriteria(): Library {
  const models = new ModelManager()
  models.modelInfoLoader.registerModelInfoProvider(
    createModelInfoProvider(() => stringAsSource(read('system-types.xml'))),
  )
  const cql = CqlTranslator.fromText(read('criteria.cql'), new LibraryManager(models))
  const elm = JSON.parse(cql.toJson(), withoutTracing)
  const faults = elm.library.annotation.filter(
    ({ type }: { type: string }) => type === 'CqlToElmError',
  )
  if (faults.length > 0) throw new Error(JSON.stringify(faults, null, 2))
  return new Library(elm)
}
