import * as z from 'zod/mini'

const any = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z._default(z.enum(['any', ...values]), 'any')

/**
 * The kinds of problem, without the code that makes them: this file is read wherever a card names one. `title` is what
 * a list of cards shows. `version` grows by one with each change after which an old seed would give another problem;
 * tests/problems/recorded.json notices such a change.
 */
export const catalogue = {
  'series-arithmetic': {
    title: 'Count the series of a metric',
    version: 1,
    params: z.strictObject({ instrument: any('counter', 'histogram', 'exponential') }),
  },
  'tail-sampling-keeps': {
    title: 'Which traces does tail sampling keep?',
    version: 1,
    params: z.strictObject({}),
  },
  'policy-credit': {
    title: 'Which policy decides?',
    version: 1,
    params: z.strictObject({}),
  },
  'header-fault': {
    title: 'What is wrong with this header?',
    version: 1,
    params: z.strictObject({ header: any('traceparent', 'tracestate', 'baggage') }),
  },
  'span-parent': {
    title: 'Find the parent of a span',
    version: 1,
    params: z.strictObject({}),
  },
  'adjusted-count': {
    title: 'How many spans do the kept ones stand for?',
    version: 1,
    params: z.strictObject({ given: any('threshold', 'probability') }),
  },
  'sampling-threshold': {
    title: 'Threshold and probability',
    version: 1,
    params: z.strictObject({ ask: any('threshold', 'probability', 'kept') }),
  },
  'critical-path': {
    title: 'Walk the critical path',
    version: 1,
    params: z.strictObject({ ask: any('duration', 'span') }),
  },
  'span-status': {
    title: 'Which status does this span get?',
    version: 1,
    /** `code`: by the HTTP code and a word of the application; `calls`: by whatever calls were made on the span. */
    params: z.strictObject({ by: any('code', 'calls') }),
  },
  'attribute-place': {
    title: 'Where does this attribute belong?',
    version: 1,
    params: z.strictObject({}),
  },
  'pipeline-start': {
    title: 'Does this Collector start?',
    version: 1,
    params: z.strictObject({ ask: any('error', 'line') }),
  },
  'cardinality-overflow': {
    title: 'What overflows at a cardinality limit?',
    version: 1,
    params: z.strictObject({ ask: any('overflow', 'query', 'sets') }),
  },
} as const

export type ProblemName = keyof typeof catalogue

/** The parameters of a kind of problem, once read. */
export type ParamsOf<N extends ProblemName> = z.output<(typeof catalogue)[N]['params']>

/** The kinds by name, in the order of the catalogue. */
export const problemNames = Object.keys(catalogue) as [ProblemName, ...ProblemName[]]
