import { createBrowserRouter } from 'react-router'
import { App } from './app.tsx'
import { NotFound, PageFailed } from './page-failed.tsx'
import { HomePage } from './patients/home-page.tsx'
import { PatientLayout } from './patients/patient-layout.tsx'
import { PatientPage } from './patients/patient-page.tsx'
import { Loading } from './ui/loading.tsx'

const screeningPage = () => import('./screening/screening-page.tsx')
const recordedPage = () => import('./recorded/recorded-page.tsx')

/** Loads the pages that come next ahead of their use; a failure shows only when a page is opened. */
export const loadAhead = () =>
  Promise.allSettled([screeningPage(), recordedPage()]).then(() => undefined)

/** Every address of the app; patients and screenings go by their id alone. */
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
          { index: true, element: <HomePage /> },
          { path: 'patients/new', lazy: () => import('./patients/register-page.tsx') },
          {
            path: 'patients/:patientId',
            element: <PatientLayout />,
            children: [
              {
                errorElement: <PageFailed />,
                children: [
                  { index: true, element: <PatientPage /> },
                  { path: 'screening', lazy: screeningPage },
                  {
                    path: 'screenings/:screeningId',
                    lazy: recordedPage,
                  },
                  {
                    path: 'screenings/:screeningId/handout',
                    lazy: () => import('./recorded/handout-page.tsx'),
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
