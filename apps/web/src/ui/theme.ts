import { useSyncExternalStore } from 'react'

/** Light, dark, or as the system says. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const storedAs = 'theme'
const listeners = new Set<() => void>()

function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(storedAs)
    return themes.find((theme) => theme === stored) ?? 'system'
  } catch {
    return 'system'
  }
}

let current = storedTheme()

/** Shows the page in the theme chosen on this device. */
export function applyTheme(): void {
  document.documentElement.dataset['theme'] = current
}

function choose(theme: Theme): void {
  current = theme
  try {
    localStorage.setItem(storedAs, theme)
  } catch {
    // A browser that stores nothing keeps the theme for this page only.
  }
  applyTheme()
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Gives the theme and a way to choose another; the choice is the one thing this device keeps. */
export const useTheme = () => [useSyncExternalStore(subscribe, () => current), choose] as const
