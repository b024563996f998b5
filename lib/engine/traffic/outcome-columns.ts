import type { AttributeColumn } from './attribute-column'
import type { SpanBatch } from './span-batch'

/** The columns that tell how a request went, with their usual values coded once. */
export class OutcomeColumns {
  readonly statusCode: AttributeColumn
  readonly errorType: AttributeColumn
  readonly resendCount: AttributeColumn
  readonly user: AttributeColumn
  /** Codes of `http.response.status_code`. */
  readonly ok: number
  readonly notFound: number
  readonly internalError: number
  /** Codes of `error.type`: the status code where there is one, `_OTHER` where nothing is known. */
  readonly failedHttp: number
  readonly notFoundHttp: number
  readonly timeout: number
  readonly poolTimeout: number
  readonly other: number

  constructor(private readonly batch: SpanBatch) {
    this.statusCode = batch.column('http.response.status_code')
    this.errorType = batch.column('error.type')
    this.resendCount = batch.column('http.request.resend_count')
    this.user = batch.column('user.id', 'user-')
    this.ok = this.statusCode.encode(200)
    this.notFound = this.statusCode.encode(404)
    this.internalError = this.statusCode.encode(500)
    this.failedHttp = this.errorType.encode('500')
    this.notFoundHttp = this.errorType.encode('404')
    this.timeout = this.errorType.encode('timeout')
    this.poolTimeout = this.errorType.encode('connection_pool_timeout')
    this.other = this.errorType.encode('_OTHER')
  }

  /** Status ERROR, with its reason. */
  fail(row: number, reason: number): void {
    this.batch.status[row] = 2
    this.errorType.codes[row] = reason
  }
}
