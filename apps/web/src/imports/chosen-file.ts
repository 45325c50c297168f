import { type Import, largestImport } from '@kyphoscreen/api/contract'

type Format = Import['format']

/** What the file input offers to choose from. */
export const acceptedFiles = '.csv,.ndjson,.jsonl,text/csv,application/x-ndjson'

const formats: Readonly<Record<string, Format>> = { csv: 'csv', ndjson: 'ndjson', jsonl: 'ndjson' }

/** Tells from its name and size whether a file can be sent, and as what; otherwise what is wrong with it. */
export function readChosen<Chosen extends Pick<File, 'name' | 'size'>>(
  file: Chosen | undefined,
): { file: Chosen; format: Format } | { problem: string } {
  if (file === undefined) return { problem: 'Choose a CSV or NDJSON file.' }
  const format = formats[file.name.split('.').at(-1)?.toLowerCase() ?? '']
  if (format === undefined) {
    return {
      problem:
        'This is not a CSV or NDJSON file. In a spreadsheet, save it as “CSV UTF-8”, then choose that file.',
    }
  }
  if (file.size === 0) return { problem: 'This file is empty. Choose another one.' }
  if (file.size > largestImport) {
    return {
      problem: 'This file is larger than 2 GiB. Split it, each part with the line of column names.',
    }
  }
  return { file, format }
}
