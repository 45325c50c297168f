import { useContext } from 'react'
import { elementId } from '../questions/entry-names.ts'
import { ProblemsContext } from '../questions/form-context.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { goTo } from '../ui/go-to.ts'

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
