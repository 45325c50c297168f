// Plain JavaScript, to come before any TypeScript: what is compiled is kept, and later starts, also those of threads, need neither the time nor the memory for it.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
  new URL('../../node_modules/.cache/kyphoscreen/compiled', import.meta.url),
)
module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE)
