import { clusterFolder, prepareDataFolder } from './data-folder.ts'
import type { Environment } from './env.ts'
import { embeddedUrls, startEmbedded } from './postgres/embedded.ts'
import { lockFolder } from './postgres/folder-lock.ts'

/** The database of the settings: the one at DATABASE_URL, or the embedded one, started for the moment when nobody runs it. */
export const reachDatabase = async ({ databaseUrl, dataFolder }: Environment) => {
  if (databaseUrl !== undefined) return { ownerUrl: databaseUrl, stop: async () => undefined }
  await prepareDataFolder(dataFolder)
  const release = lockFolder(dataFolder)
  if (release) return startEmbedded(clusterFolder(dataFolder))
  const { ownerUrl } = await embeddedUrls(clusterFolder(dataFolder))
  return { ownerUrl, stop: async () => undefined }
}
