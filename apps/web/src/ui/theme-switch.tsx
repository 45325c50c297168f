import { themes, useTheme } from './theme.ts'

const words = { system: 'As the system', light: 'Light', dark: 'Dark' } as const

/** Chooses between light, dark, and as the system says. */
export function ThemeSwitch() {
  const [theme, choose] = useTheme()
  return (
    <label className="theme-switch">
      <span>Theme</span>
      <select
        className="select-small"
        value={theme}
        onChange={(event) => choose(themes.find((one) => one === event.target.value) ?? 'system')}
      >
        {themes.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  )
}
