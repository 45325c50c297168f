import { importFile } from '../../apps/api/src/imports/command.ts'

/** Imports a file in a process of its own and prints the seconds it took, those of processor time without the database's, and the most memory it held, in MB. */
const [ownerUrl = '', file = ''] = process.argv.slice(2)
const began = performance.now()
const request = { file, dryRun: false, mappingText: undefined }
const code = await importFile(ownerUrl, request)
const seconds = (performance.now() - began) / 1000
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
const processor = (userCPUTime + systemCPUTime) / 1e6
process.stdout.write(`${JSON.stringify({ code, seconds, processor, megabytes: maxRSS / 1024 })}\n`)
