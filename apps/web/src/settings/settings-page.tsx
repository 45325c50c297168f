import type { ClinicSettings } from '@kyphoscreen/api/contract'
import { useQuery } from '@tanstack/react-query'
import { writeInstant } from '../instant.ts'
import { Loaded } from '../loaded.tsx'
import { useWho } from '../session.ts'
import { Notice } from '../ui/notice.tsx'
import { settingsApi } from './settings-api.ts'
import { SettingsForm } from './settings-form.tsx'

const Changed = ({ changed }: Pick<ClinicSettings, 'changed'>) => (
  <p className="fine">
    {changed === null
      ? 'Nobody has changed these settings yet.'
      : `Last changed ${writeInstant(changed.at)} by ${changed.by.displayName}, ${changed.by.role}.`}
  </p>
)

function Settings() {
  const settings = useQuery({ queryKey: ['settings'], queryFn: settingsApi.read })
  return (
    <Loaded query={settings} what="the settings">
      {(read: ClinicSettings) => (
        <section className="card" aria-label="Settings">
          <SettingsForm settings={read} />
          <Changed changed={read.changed} />
        </section>
      )}
    </Loaded>
  )
}

/** How the clinic works, for admins. */
export function SettingsPage() {
  const { role } = useWho()
  return (
    <div className="page page-narrow">
      <title>Clinic settings · Kyphoscreen</title>
      <h1>Clinic settings</h1>
      {role === 'admin' ? <Settings /> : <Notice>Admins change the settings of the clinic.</Notice>}
    </div>
  )
}
