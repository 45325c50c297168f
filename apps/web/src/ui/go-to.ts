const focusable = 'input:not([tabindex="-1"]), select, textarea, button, a[href]'

/** Shows an element and moves the focus to it, or to the first thing in it that takes the focus. */
export function goTo(id: string): void {
  const target = document.getElementById(id)
  if (!target) return
  for (let parent = target.parentElement; parent; parent = parent.parentElement) {
    if (parent instanceof HTMLDetailsElement) parent.open = true
  }
  const takesFocus = target.matches(`${focusable}, [tabindex]`)
    ? target
    : target.querySelector<HTMLElement>(focusable)
  const { matches: calm } = matchMedia('(prefers-reduced-motion: reduce)')
  target.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
  takesFocus?.focus({ preventScroll: true })
}
