import { useContext } from 'react'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { goTo } from '../ui/go-to.ts'
import { elementId } from './entry-names.ts'
import { ProblemsContext } from './form-context.ts'

/** Everything that keeps the screening from being recorded, after somebody has tried. */
export function ProblemSummary({ attempt }: { attempt: number }) {
  const problems = useContext(ProblemsContext)
  return (
    <ErrorSummary
      attempt={attempt}
      problems={problems.map(({ path, says }) => ({ id: elementId(path), says }))}
      onGoTo={goTo}
    />
  )
}
