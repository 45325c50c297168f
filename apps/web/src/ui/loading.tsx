/** Says that something is on its way. */
export function Loading({ what }: { what: string }) {
  return (
    <div className="loading" role="status">
      <span className="loading-mark" aria-hidden="true" />
      Loading {what}…
    </div>
  )
}
