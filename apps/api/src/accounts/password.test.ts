import { expect, test } from 'vitest'
import { hashPassword, passwordMatches } from './password.ts'

const password = 'nine quiet owls, wide awake'

test('a password is hashed with argon2id, 19 MiB and two passes, under a salt of its own', async () => {
  const [one, another] = await Promise.all([hashPassword(password), hashPassword(password)])
  const strength = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/
  expect(one).toMatch(strength)
  expect(another).toMatch(strength)
  expect(one).not.toBe(another)
})

test('the password that was hashed matches, and every other one does not', async () => {
  const stored = await hashPassword(password)
  expect(await passwordMatches(password, stored)).toBe(true)
  for (const other of ['', `${password} `, password.slice(0, -1), password.toUpperCase()]) {
    expect(await passwordMatches(other, stored)).toBe(false)
  }
})

test('a hash in another form matches nothing', async () => {
  for (const stored of ['', password, '$argon2i$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaGhhc2g']) {
    expect(await passwordMatches(password, stored)).toBe(false)
  }
})
