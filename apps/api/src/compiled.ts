import { join } from 'node:path'
import { productFolder } from './up-to-date.ts'

/** Where processes and threads keep what they compiled: the next one starts in half the time and with less memory. */
export const compiledFolder: string = join(
  productFolder,
  'node_modules/.cache/kyphoscreen/compiled',
)
