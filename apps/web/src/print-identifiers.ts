import { useEffect } from 'react'

const inQuotes = (text: string) =>
  `"${text.replaceAll(/["\\\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`

/** Prints a line at the head of every sheet of paper while a page is shown. */
export function usePrintIdentifiers(line: string): void {
  useEffect(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      `@page { @top-left { content: ${inQuotes(line)}; font: 9pt sans-serif; white-space: nowrap; } }`,
    )
    document.adoptedStyleSheets.push(sheet)
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    }
  }, [line])
}
