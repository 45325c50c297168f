import { parseArgs } from 'node:util'

/** How to run: in how many worker threads (0: in none but this one), or only to print the usage. */
export type Options = { jobs: number; help: boolean }

/** Says how the command is used. */
export const usage = `Usage: npm run --silent screen [-- --jobs N] < findings.ndjson

Reads findings, one JSON object a line, and writes one result a line in the same order.
A line that is refused, a blank one included, yields {"line":N,"error":{"refusals":[…]}}.

  --jobs N   screen in N worker threads (1 to 64)
  --help     print this

Exit code 0: every line was screened. 1: some were refused. 2: it could not run.
`

const mostJobs = 64

/** Reads the command line; throws one plain sentence when it can't be understood. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parsed(args)
  if (positionals.length > 0) throw new Error('Findings come from standard input, not from a name.')
  return { jobs: jobsFrom(values.jobs), help: values.help === true }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { jobs: { type: 'string' }, help: { type: 'boolean' } },
    })
  } catch {
    throw new Error('An option is not known or lacks its value; --help lists them.')
  }
}

function jobsFrom(text: string | undefined): number {
  if (text === undefined) return 0
  const jobs = /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (jobs < 1 || jobs > mostJobs) throw new Error(`--jobs takes a number from 1 to ${mostJobs}.`)
  return jobs
}
