import { createBrowserRouter } from 'react-router'
import { App } from './app.tsx'
import { NotFound, PageFailed } from './page-failed.tsx'
import { HomePage } from './patients/home-page.tsx'
import { PatientLayout } from './patients/patient-layout.tsx'
import { PatientPage } from './patients/patient-page.tsx'
import { Loading } from './ui/loading.tsx'

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
                  { path: 'screening', lazy: () => import('./screening/screening-page.tsx') },
                  {
                    path: 'screenings/:screeningId',
                    lazy: () => import('./recorded/recorded-page.tsx'),
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
