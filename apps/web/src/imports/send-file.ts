import { Import, importMediaTypes } from '@kyphoscreen/api/contract'
import { RequestFailed, readReply } from '../request.ts'

/** A file on its way: which kind it is, who hears how much of it has gone, and how to stop it. */
export type Sending = {
  format: keyof typeof importMediaTypes
  onSent: (bytes: number) => void
  signal: AbortSignal
}

const replyOf = (sent: XMLHttpRequest) =>
  new Response(sent.responseText, {
    status: sent.status,
    headers: { date: sent.getResponseHeader('date') ?? '' },
  })

/** Sends a file as it lies on the disk, without reading it into memory; `fetch` cannot tell how much has gone. Rejects with the signal’s reason when stopped. */
export async function sendFile(file: File, { format, onSent, signal }: Sending): Promise<Import> {
  const response = await new Promise<Response>((resolve, reject) => {
    const sent = new XMLHttpRequest()
    sent.open('POST', '/api/imports')
    sent.setRequestHeader('content-type', importMediaTypes[format])
    sent.setRequestHeader('accept', 'application/json, application/problem+json')
    sent.upload.onprogress = ({ loaded }) => onSent(loaded)
    sent.onload = () => resolve(replyOf(sent))
    sent.onerror = () => reject(new RequestFailed({ kind: 'unreachable' }))
    sent.onabort = () => reject(signal.reason)
    signal.addEventListener('abort', () => sent.abort())
    sent.send(file)
  })
  return readReply(response, Import)
}
