import type { ReactNode } from 'react'

type IconProps = { className?: string }

const Icon = ({ className = 'icon', children }: IconProps & { children: ReactNode }) => (
  <svg className={className} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {children}
  </svg>
)

/** A calendar leaf. */
export const CalendarIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M4 7.500h16M8 3.500v4M16 3.500v4M5.500 5.500h13A1.500 1.500 0 0 1 20 7v12a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 19V7a1.500 1.500 0 0 1 1.500-1.500Z" />
  </Icon>
)

/** A plus sign. */
export const PlusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 5v14M5 12h14" />
  </Icon>
)

/** A magnifying glass. */
export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="11" cy="11" r="6.500" />
    <path d="m16 16 4.500 4.500" />
  </Icon>
)

/** A warning triangle. */
export const WarningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M12 3.500 22 20.500H2L12 3.500ZM12 10v4.500M12 17.400v.200" />
  </Icon>
)

type SortIconProps = { direction: 'ascending' | 'descending' | undefined }

/** Arrows that say how a column is sorted: up, down, or both when it is not. */
export const SortIcon = ({ direction }: SortIconProps) => (
  <Icon className="icon sort-mark">
    {direction === 'descending' ? null : <path d="m7.500 9 4.500-4.500L16.500 9" />}
    {direction === 'ascending' ? null : <path d="m7.500 15 4.500 4.500 4.500-4.500" />}
    {direction === undefined ? null : <path d="M12 5v14" />}
  </Icon>
)
