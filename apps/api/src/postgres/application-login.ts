import { Client, escapeIdentifier } from 'pg'
import { RefusedToStart } from '../refused-to-start.ts'
import { explainConnection } from './connection-error.ts'

const tooMany =
  'The user of APP_DATABASE_URL may change what is recorded: give the application a user who owns nothing and is a member of kyphoscreen_app alone.'
const tooFew =
  'The user of APP_DATABASE_URL is no member of kyphoscreen_app in the database at DATABASE_URL: grant that role to the user, as a superuser.'

/** Whether a connection has the application's rights, and whether it could take more, by its own or by those of a role it can become. */
const question = `
  SELECT to_regclass('public."AuditEntry"') IS NOT NULL
      AND pg_has_role(current_user, 'kyphoscreen_app', 'USAGE') AS enough,
    (SELECT bool_or(rolsuper OR has_table_privilege(oid, 'public."AuditEntry"', 'INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER')
        OR rolcreaterole OR rolname LIKE 'pg\\_%')
       FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER')) AS more`

const connected = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  await client.connect().catch((error: unknown) => {
    throw explainConnection(error)
  })
  return work(client).finally(() => client.end())
}

/** The owner may not be allowed to; whether the user is a member is asked afterwards. */
const makeMember = (ownerUrl: string, user: string) =>
  connected(ownerUrl, (owner) =>
    owner.query(`GRANT kyphoscreen_app TO ${escapeIdentifier(user)}`).catch(() => undefined),
  )

/**
 * Gives the application's own address back when its user has the application's rights and can take no others;
 * the embedded server's is always so. Refused with the remedy when it has too few or too many.
 */
export const withoutOwnersRights = async (ownerUrl: string, appUrl: string): Promise<string> => {
  const user = await connected(appUrl, async (app) => app.user ?? '')
  if (user !== 'kyphoscreen_app') await makeMember(ownerUrl, user)
  const { rows } = await connected(appUrl, (app) => app.query(question))
  if (rows[0]?.enough !== true) throw new RefusedToStart(tooFew)
  if (rows[0]?.more === true) throw new RefusedToStart(tooMany)
  return appUrl
}
