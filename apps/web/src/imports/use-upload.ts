import type { Import } from '@kyphoscreen/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { taken } from '../ui/leave-question.tsx'
import { type Sending, sendFile } from './send-file.ts'

type Chosen = { file: File; format: Sending['format'] }

/** Sends a chosen file and opens its import; stops when asked to, and when the page is left. */
export function useUpload() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [sent, setSent] = useState(0)
  const stop = useRef(new AbortController())
  useEffect(() => () => stop.current.abort(), [])
  const upload = useMutation({
    mutationFn: ({ file, format }: Chosen) => {
      stop.current = new AbortController()
      setSent(0)
      return sendFile(file, { format, onSent: setSent, signal: stop.current.signal })
    },
    onSuccess: async (kept: Import) => {
      void queries.invalidateQueries({ queryKey: ['imports'] })
      await navigate(`/imports/${kept.id}`, taken)
    },
  })
  const stopped = upload.error instanceof DOMException && upload.error.name === 'AbortError'
  return { upload, sent, stopped, stop: () => stop.current.abort() }
}
