import { setFlagsFromString } from 'node:v8'

/** To be imported first: garbage is collected when there is half a server's worth of it, not several times that. */
const flags = [
  '--max-semi-space-size=8',
  '--semi-space-growth-factor=1',
  '--heap-growing-percent=30',
]

for (const flag of flags) setFlagsFromString(flag)
