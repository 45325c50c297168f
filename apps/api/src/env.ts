import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { RefusedToStart } from './refused-to-start.ts'
import { productFolder } from './up-to-date.ts'

const urlOf = (protocols: readonly string[]) => (text: string) =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol)

const isOrigin = (text: string) =>
  urlOf(['http:', 'https:'])(text) && new URL(text).href === `${new URL(text).origin}/`

const isDatabase = (text: string) => /^postgres(?:ql)?:\/\//.test(text)

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number <= 65_535)

/** A name that the calendar knows; a leading colon names a file of the system, which knows its own. */
const isTimeZone = (name: string) => {
  try {
    return name.startsWith(':') || Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const Variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.string().refine(isDatabase).optional(),
  APP_DATABASE_URL: z.string().refine(isDatabase).optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin)
    .transform((text) => new URL(text))
    .optional(),
  AUDIT_KEY_FILE: z.string().optional(),
  AUDIT_COPY_FOLDER: z.string().optional(),
  TZ: z.string().refine(isTimeZone).optional(),
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
})

const remedies: Record<keyof z.infer<typeof Variables>, string> = {
  PORT: 'must be a whole number from 0 to 65535, such as 3000',
  HOST: 'must be an address of this machine, such as 127.0.0.1',
  DATA_DIR: 'must be the path of a folder, such as .data',
  DATABASE_URL: 'must be the address of a PostgreSQL, such as postgres://user:password@host/name',
  APP_DATABASE_URL:
    'must be the address of the database at DATABASE_URL for a user of the application alone',
  PUBLIC_URL: 'must be where people reach the server, without a path, such as https://host.example',
  AUDIT_KEY_FILE: 'must be the path of a file with an Ed25519 key in PEM',
  AUDIT_COPY_FOLDER: 'must be the path of a folder, such as /mnt/elsewhere/kyphoscreen',
  TZ: 'must be the name of a time zone, such as America/New_York',
  NODE_ENV: 'must be production or development, or be left out',
}

/** How this server was asked to run. */
export type Environment = {
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | undefined
  /** The same database for a user who owns nothing, where there is one. */
  appDatabaseUrl: string | undefined
  publicUrl: URL | undefined
  /** The key that signs the log where it is not made here, and a second place for its checkpoints. */
  audit: { keyFile: string | undefined; copyFolder: string | undefined }
  production: boolean
}

const pathOf = (path: string | undefined) =>
  path === undefined ? undefined : resolve(productFolder, path)

/** Takes the settings from the environment's variables; a blank one counts as left out, a bad one is refused by name. */
export const readEnvironment = (variables: NodeJS.ProcessEnv): Environment => {
  const given = Object.entries(variables).filter(([, value]) => value?.trim() !== '')
  const read = Variables.safeParse(Object.fromEntries(given))
  if (!read.success) {
    const name = z.keyof(Variables).parse(read.error.issues[0]?.path[0])
    throw new RefusedToStart(`${name} ${remedies[name]}.`)
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL, APP_DATABASE_URL, PUBLIC_URL, NODE_ENV } = read.data
  const { AUDIT_KEY_FILE, AUDIT_COPY_FOLDER } = read.data
  return {
    port: PORT,
    host: HOST,
    dataFolder: resolve(productFolder, DATA_DIR),
    databaseUrl: DATABASE_URL,
    appDatabaseUrl: DATABASE_URL === undefined ? undefined : APP_DATABASE_URL,
    publicUrl: PUBLIC_URL,
    audit: {
      keyFile: pathOf(AUDIT_KEY_FILE),
      copyFolder: pathOf(AUDIT_COPY_FOLDER),
    },
    production: NODE_ENV === 'production',
  }
}

/** Takes the settings from the product's `.env` file, if there is one, and from the environment, which wins. */
export const readSettings = (): Environment => {
  const file = join(productFolder, '.env')
  if (existsSync(file)) process.loadEnvFile(file)
  return readEnvironment(process.env)
}
