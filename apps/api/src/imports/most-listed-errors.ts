/** How many errors of an import are listed; the rows are counted all. */
export const mostListedErrors = 100_000
