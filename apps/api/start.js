// Plain JavaScript, so that a Node too old for the rest can still say so.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major > 24 || (major === 24 && minor >= 15)) {
  await import('./compiled.js')
  await import('./src/start.ts')
} else {
  process.stderr.write(
    `Kyphoscreen needs Node 24.15 or newer and this is ${process.versions.node}: run "npm start", which brings its own, or install a newer one.\n`,
  )
  process.exitCode = 1
}
