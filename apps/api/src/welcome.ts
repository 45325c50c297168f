import type { DemoSignIns } from './demo/sign-ins.ts'

const wide = (text: string) => text.padEnd(11)

const lost = (count: number) =>
  count === 0
    ? [
        'The demo accounts have other passwords than the file of sign-ins says, or the file is gone.',
        'Give one a new password: npm run accounts -- password --username demo-surgeon',
      ]
    : []

const signInLines = ({ file, signIns }: DemoSignIns) => [
  '',
  `Demo sign-ins, for invented patients only (also in ${file}):`,
  ...signIns.map(
    ({ role, username, password }) => `  ${wide(role)} ${username.padEnd(16)} ${password}`,
  ),
  ...lost(signIns.length),
]

/** Tells the person at the terminal where the server is, with which demo accounts to sign in, and how to stop. */
export const sayReady = (address: string, demo: DemoSignIns | undefined): void => {
  const lines = [
    `Kyphoscreen is ready at ${address}`,
    ...(demo ? signInLines(demo) : []),
    '',
    'Ctrl-C stops it.',
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
