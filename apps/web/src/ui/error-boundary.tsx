import { Component, type ReactNode } from 'react'

type ErrorBoundaryProps = { children: ReactNode; fallback: ReactNode; resetKey?: unknown }

/** Shows a fallback in place of a part of the page that failed, so that the rest goes on; tries again when the key changes. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (this.state.failed && before.resetKey !== this.props.resetKey) {
      this.setState({ failed: false })
    }
  }

  override render() {
    return this.state.failed ? this.props.fallback : this.props.children
  }
}
