import { raceInOneProcess } from '../../apps/api/test/racing-writers.ts'

/** One of the processes that race: writes to the database at an address, as somebody, so many times a client. */
const [url = '', who = '', writes = ''] = process.argv.slice(2)
const raced = await raceInOneProcess(url, JSON.parse(who), Number(writes))
process.send?.(raced)
process.disconnect()
