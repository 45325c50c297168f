import { type SignedIn, SignIn } from '@kyphoscreen/api/contract'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { explain } from '../failure.ts'
import { RequestFailed } from '../request.ts'
import { Failed } from '../ui/failed.tsx'

const isWrong = (error: unknown) =>
  error instanceof RequestFailed && error.failure.kind === 'signed-out'

type SignInFormProps = { username?: string; onSignedIn: (who: SignedIn) => void }

/** Asks for username and password; says what to do when they are not taken. */
export function SignInForm({ username, onSignedIn }: SignInFormProps) {
  const [shown, setShown] = useState(false)
  const [incomplete, setIncomplete] = useState(false)
  const signIn = useMutation({ mutationFn: api.signIn, onSuccess: onSignedIn })
  const send = (form: FormData) => {
    const read = SignIn.safeParse({
      username: form.get('username'),
      password: form.get('password'),
    })
    setIncomplete(!read.success)
    if (read.success) signIn.mutate(read.data)
    else signIn.reset()
  }
  return (
    <form
      className="stack"
      noValidate
      aria-label="Sign in"
      onSubmit={(event) => {
        event.preventDefault()
        if (!signIn.isPending) send(new FormData(event.currentTarget))
      }}
    >
      {incomplete ? (
        <Failed heading="Not signed in" says="Type both your username and your password." />
      ) : null}
      {signIn.isError ? (
        <Failed
          heading="Not signed in"
          says={
            isWrong(signIn.error)
              ? 'The username and password do not belong together. Type them again.'
              : explain(signIn.error)
          }
        />
      ) : null}
      <div className="field">
        <label className="field-label" htmlFor="username">
          Username
        </label>
        <input
          className="input"
          id="username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          defaultValue={username}
          readOnly={username !== undefined}
          // biome-ignore lint/a11y/noAutofocus: signing in is all there is to do here
          autoFocus={username === undefined}
        />
      </div>
      <div className="field">
        <label className="field-label" htmlFor="password">
          Password
        </label>
        <div className="with-unit">
          <input
            className="input"
            id="password"
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            data-focus-first
          />
          <button
            type="button"
            className="button"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            Show<span className="visually-hidden"> password</span>
          </button>
        </div>
      </div>
      <button type="submit" className="button button-main">
        {signIn.isPending ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  )
}
