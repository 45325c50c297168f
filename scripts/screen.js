// Plain JavaScript, so that later runs take what was compiled before and need neither the time nor the memory to compile it again.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const compiled = fileURLToPath(
  new URL('../node_modules/.cache/kyphoscreen/compiled', import.meta.url),
)
process.env.NODE_COMPILE_CACHE ??= compiled
enableCompileCache(compiled)
await import('./screen/command.ts')
