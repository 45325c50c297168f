import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Entry } from './entry.tsx'
import { onServer } from './request.ts'
import { markTimedOut } from './session.ts'
import { applyTheme } from './ui/theme.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/site-header.css'
import './ui/controls.css'
import './ui/choice.css'
import './ui/card.css'
import './ui/notices.css'
import './ui/print.css'

applyTheme()

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: 10_000,
    },
    mutations: { networkMode: 'always' },
  },
})

addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload()
})
onServer('signedOut', () => markTimedOut(queries))

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root element')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Entry />
    </QueryClientProvider>
  </StrictMode>,
)
