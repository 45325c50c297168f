type Parts = {
  patient?: { careModalities?: readonly unknown[] | undefined } | undefined
  levels: readonly object[]
}

/** Freezes findings with all their parts, so that what was checked cannot change afterwards. */
export function freezeFindings<Findings extends Parts>(findings: Findings): Findings {
  Object.freeze(findings.patient?.careModalities)
  Object.freeze(findings.patient)
  for (const level of findings.levels) Object.freeze(level)
  Object.freeze(findings.levels)
  return Object.freeze(findings)
}
