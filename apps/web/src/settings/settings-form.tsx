import type { ClinicSettings } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { explain } from '../failure.ts'
import { ChoiceEntry } from '../handling/form-entries.tsx'
import { SmallForm } from '../handling/small-form.tsx'
import { settingsApi } from './settings-api.ts'

const words = { off: 'Off', on: 'On' }

const SettingsTyped = z
  .object({ blindFirst: z.enum(['off', 'on']) })
  .transform(({ blindFirst }) => ({ blindFirst: blindFirst === 'on' }))

/** Lets an admin change how the clinic works. */
export function SettingsForm({ settings }: { settings: ClinicSettings }) {
  const queries = useQueryClient()
  const change = useMutation({
    mutationFn: settingsApi.change,
    onSuccess: (changed) => queries.setQueryData<ClinicSettings>(['settings'], changed),
  })
  return (
    <>
      <SmallForm
        key={settings.changed?.at}
        label="Clinic settings"
        schema={SettingsTyped}
        initial={{ blindFirst: settings.blindFirst ? 'on' : 'off' }}
        submit="Save"
        sending={change.isPending}
        failed={change.isError ? explain(change.error) : undefined}
        onSend={(asked) => change.mutate(asked)}
      >
        <ChoiceEntry
          name="blindFirst"
          label="Blind first"
          words={words}
          hint="Surgeons see findings and evidence first, and an outcome once their own impression of the screening is recorded: on screenings, referrals and in their own form. Lists show them no outcome at all, but what is urgent."
        />
      </SmallForm>
      <p role="status" className="fine">
        {change.isSuccess ? 'Saved.' : ''}
      </p>
    </>
  )
}
