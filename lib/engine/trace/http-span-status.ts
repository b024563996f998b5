import type { SpanStatusCode } from './span-status'

/** How an HTTP request ended, as the span of one side sees it. */
export interface HttpOutcome {
  readonly kind: 'SERVER' | 'CLIENT'
  /** Null where no response came, or none could be sent: refused, timed out, cancelled. */
  readonly statusCode: number | null
  /** Another error beside the code: the body broke off, too many redirects. */
  readonly otherError?: boolean
}

/**
 * The status that instrumentation gives an HTTP span: 1xx, 2xx and 3xx leave it Unset unless there was another error;
 * 4xx is an error of the client's span and not of the server's; 5xx, and a code that says nothing, is an error of
 * both. It never sets Ok. Source: semantic-conventions/docs/http/http-spans.md, Status.
 */
export function httpSpanStatus({ kind, statusCode, otherError = false }: HttpOutcome): SpanStatusCode {
  if (otherError || statusCode === null) return 'Error'
  if (statusCode >= 100 && statusCode < 400) return 'Unset'
  if (statusCode < 500 && statusCode >= 400) return kind === 'CLIENT' ? 'Error' : 'Unset'
  return 'Error'
}
