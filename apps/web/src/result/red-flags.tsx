import type { ScreeningResult } from '@kyphoscreen/rules'
import { FactLink } from './fact-link.tsx'
import { Shape, toneOf } from './shape.tsx'

/** The red flags that are recorded, urgent ones first and called urgent. */
export function RedFlags({ result }: { result: Pick<ScreeningResult, 'redFlags' | 'urgent'> }) {
  const { redFlags, urgent } = result
  if (redFlags.length === 0) return null
  const inOrder = [...redFlags].sort((one, other) => Number(other.urgent) - Number(one.urgent))
  const kind = urgent ? 'urgent' : 'needs-review'
  return (
    <section className={`red-flags ${toneOf(kind)}`} aria-label="Recorded red flags">
      <h3>
        <Shape of={kind} />
        {urgent ? 'Urgent: red flags recorded' : 'Red flags recorded'}
      </h3>
      <ul>
        {inOrder.map(({ fact, says, urgent: now }) => (
          <li key={fact}>
            {now ? <strong>Urgent. </strong> : null}
            <FactLink fact={fact}>{says}</FactLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
