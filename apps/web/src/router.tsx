import { createBrowserRouter } from 'react-router'
import { App } from './app.tsx'
import { NotFound, PageFailed } from './page-failed.tsx'
import { HomePage } from './patients/home-page.tsx'
import { PatientLayout } from './patients/patient-layout.tsx'
import { PatientPage } from './patients/patient-page.tsx'
import { PatientReferrals } from './referrals/patient-referrals.tsx'
import { Start } from './start.tsx'
import { Loading } from './ui/loading.tsx'

const registerPage = () => import('./patients/register-page.tsx')
const screeningPage = () => import('./screening/screening-page.tsx')
const recordedPage = () => import('./recorded/recorded-page.tsx')
const handoutPage = () => import('./recorded/handout-page.tsx')
const worklistPage = () => import('./worklist/worklist-page.tsx')
const referralPage = () => import('./referrals/referral-page.tsx')
const newReferralPage = () => import('./referrals/new-referral-page.tsx')
const importsPage = () => import('./imports/imports-page.tsx')
const importPage = () => import('./imports/import-page.tsx')

const pagesLoadedLater = [
  registerPage,
  screeningPage,
  recordedPage,
  handoutPage,
  worklistPage,
  referralPage,
  newReferralPage,
  importsPage,
  importPage,
]

/**
 * Loads every page while the server is known to answer: a browser that failed to load one once
 * does not try again until the whole app is reloaded. A failure shows only when a page is opened.
 */
export const loadAhead = () =>
  Promise.allSettled(pagesLoadedLater.map((load) => load())).then(() => undefined)

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
          { path: 'worklist', lazy: worklistPage },
          { path: 'referrals/:referralId', lazy: referralPage },
          { path: 'imports', lazy: importsPage },
          { path: 'imports/:importId', lazy: importPage },
          { path: 'patients', element: <HomePage /> },
          { path: 'patients/new', lazy: registerPage },
          {
            path: 'patients/:patientId',
            element: <PatientLayout />,
            children: [
              {
                errorElement: <PageFailed />,
                children: [
                  { index: true, element: <PatientPage referrals={<PatientReferrals />} /> },
                  { path: 'referrals/new', lazy: newReferralPage },
                  { path: 'screening', lazy: screeningPage },
                  {
                    path: 'screenings/:screeningId',
                    lazy: recordedPage,
                  },
                  {
                    path: 'screenings/:screeningId/handout',
                    lazy: handoutPage,
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
