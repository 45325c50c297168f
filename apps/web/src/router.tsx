import { createBrowserRouter } from 'react-router'
import { App } from './app.tsx'
import { AuditPage } from './audit/audit-page.tsx'
import { AuditEntryPage } from './audit/entry-page.tsx'
import { ReplayPage } from './audit/replay-page.tsx'
import { ImportPage } from './imports/import-page.tsx'
import { ImportsPage } from './imports/imports-page.tsx'
import { NotFound, PageFailed } from './page-failed.tsx'
import { HomePage } from './patients/home-page.tsx'
import { PatientLayout } from './patients/patient-layout.tsx'
import { PatientPage } from './patients/patient-page.tsx'
import { RegisterPage } from './patients/register-page.tsx'
import { HandoutPage } from './recorded/handout-page.tsx'
import { RecordedPage } from './recorded/recorded-page.tsx'
import { NewReferralPage } from './referrals/new-referral-page.tsx'
import { PatientReferrals } from './referrals/patient-referrals.tsx'
import { ReferralPage } from './referrals/referral-page.tsx'
import { ScreeningPage } from './screening/screening-page.tsx'
import { SettingsPage } from './settings/settings-page.tsx'
import { Start } from './start.tsx'
import { Loading } from './ui/loading.tsx'
import { Worklist } from './worklist/worklist-page.tsx'

/** Every address of the app; patients, referrals and screenings go by their id alone. */
export const router = createBrowserRouter([
  {
    path: '/',
    element: <App />,
    errorElement: <PageFailed />,
    hydrateFallbackElement: <Loading what="the page" />,
    children: [
      {
        errorElement: <PageFailed />,
        children: [
          { index: true, element: <Start /> },
          { path: 'worklist', element: <Worklist /> },
          { path: 'referrals/:referralId', element: <ReferralPage /> },
          { path: 'imports', element: <ImportsPage /> },
          { path: 'imports/:importId', element: <ImportPage /> },
          { path: 'audit', element: <AuditPage /> },
          {
            path: 'audit/figures',
            lazy: async () => ({
              Component: (await import('./audit/figures-page.tsx')).FiguresPage,
            }),
          },
          { path: 'audit/replay', element: <ReplayPage /> },
          { path: 'audit/entries/:sequence', element: <AuditEntryPage /> },
          { path: 'settings', element: <SettingsPage /> },
          { path: 'patients', element: <HomePage /> },
          { path: 'patients/new', element: <RegisterPage /> },
          {
            path: 'rules',
            lazy: async () => ({ Component: (await import('./rules/rules-page.tsx')).RulesPage }),
          },
          {
            path: 'rules/atlas',
            lazy: async () => ({ Component: (await import('./rules/atlas-page.tsx')).AtlasPage }),
          },
          {
            path: 'patients/:patientId',
            element: <PatientLayout />,
            children: [
              {
                errorElement: <PageFailed />,
                children: [
                  { index: true, element: <PatientPage referrals={<PatientReferrals />} /> },
                  { path: 'referrals/new', element: <NewReferralPage /> },
                  { path: 'screening', element: <ScreeningPage /> },
                  {
                    path: 'screenings/:screeningId',
                    element: <RecordedPage />,
                  },
                  {
                    path: 'screenings/:screeningId/handout',
                    element: <HandoutPage />,
                  },
                ],
              },
            ],
          },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
])
