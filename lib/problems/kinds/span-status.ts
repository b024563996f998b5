import { httpSpanStatus } from '../../engine/trace/http-span-status'
import { type SpanStatusCode, setSpanStatus, spanStatusCodes } from '../../engine/trace/span-status'
import { drawOne, drawUnless, shuffle } from '../draw'
import type { Generator } from '../generator'
import { moments } from '../simulator-moments'

const codes = [200, 204, 302, 304, 400, 401, 404, 409, 429, 500, 502, 503] as const

/** What the code of the application does with the span, in order; `exception` is recorded and handled. */
type Step = 'none' | 'exception' | SpanStatusCode

interface Story {
  readonly before: Step
  readonly after: Step
}

const stories: Record<'code' | 'calls', readonly Story[]> = {
  code: [
    { before: 'none', after: 'none' },
    { before: 'none', after: 'none' },
    { before: 'none', after: 'none' },
    { before: 'none', after: 'Ok' },
    { before: 'Ok', after: 'none' },
  ],
  calls: [
    { before: 'exception', after: 'none' },
    { before: 'none', after: 'Ok' },
    { before: 'Ok', after: 'none' },
    { before: 'Error', after: 'none' },
    { before: 'none', after: 'Unset' },
  ],
}

const words: Record<Step, string> = {
  none: '',
  exception: 'the application’s code records an exception on the span with `recordException`, and handles it',
  Ok: 'the application’s code calls `setStatus(Ok)`',
  Error: 'the application’s code calls `setStatus(Error)`',
  Unset: 'the application’s code calls `setStatus(Unset)`',
}

/** The status that an HTTP span ends with: the code, the side, an exception, and what the application says. */
export const spanStatus: Generator<'span-status'> = {
  name: 'span-status',
  make(random, params) {
    const kind = drawOne(random, ['SERVER', 'CLIENT'] as const)
    const story = drawOne(random, stories[drawUnless(random, params.by, ['code', 'calls'] as const)])
    const hasNoAnswer = kind === 'CLIENT' && random.next() < 0.15
    const statusCode = hasNoAnswer ? null : drawOne(random, codes)
    const given = httpSpanStatus({ kind, statusCode })
    const lines: string[] = []
    let status: SpanStatusCode = 'Unset'
    const apply = (what: string, set: SpanStatusCode | null) => {
      const before = status
      status = set === null ? status : setSpanStatus(status, set)
      const comes =
        set === null
          ? ', which adds an event and touches no status'
          : before === 'Ok'
            ? ', but Ok is final'
            : set === 'Unset'
              ? ', which is ignored: a status is not taken back'
              : ''
      lines.push(`${lines.length + 1}. ${what}${comes}: **${status}**.`)
    }
    const applyStep = (step: Step) => {
      if (step !== 'none') apply(capital(words[step]), step === 'exception' ? null : step)
    }
    applyStep(story.before)
    const cause = statusCode === null ? 'no response came' : `the code is ${statusCode}`
    if (given === 'Unset') {
      lines.push(
        `${lines.length + 1}. Instrumentation: ${cause}; on a ${kind} span that is no error, so it sets nothing: **${status}**.`,
      )
    } else apply(`Instrumentation: ${cause}; on a ${kind} span that is an error, so it sets Error`, given)
    applyStep(story.after)
    const right = status
    const happened =
      statusCode === null
        ? 'the connection is refused, and no response comes'
        : `the response has the code ${statusCode}`
    const story1 = story.before === 'none' ? '' : `${capital(words[story.before])}. Then `
    const story2 = story.after === 'none' ? '' : ` After that, ${words[story.after]}.`
    return {
      question: `An HTTP ${kind} span is open. ${story1 === '' ? capital(happened) : story1 + happened}; HTTP instrumentation does what the conventions say.${story2}\n\nWhich status does the span end with?`,
      trace: null,
      asks: {
        kind: 'one',
        options: shuffle(
          random,
          spanStatusCodes.map((code) => ({
            text: code,
            isRight: code === right,
            feedback:
              code === right
                ? 'Yes.'
                : wrongly(
                    code,
                    right,
                    `${cause}, and on a ${kind} span that is`,
                    given,
                    story.before === 'exception',
                  ),
          })),
        ),
      },
      steps: ['The status begins as Unset.', '', ...lines].join('\n'),
      simulator: {
        name: 'trace-explorer',
        params: { trace: writeTrace(kind, writeSteps(story, statusCode)) },
        atMs: moments.trace,
      },
    }
  },
}

function wrongly(
  code: SpanStatusCode,
  right: SpanStatusCode,
  cause: string,
  given: SpanStatusCode,
  hasException: boolean,
): string {
  if (code === 'Ok') {
    return 'Instrumentation never writes Ok. It stands only where the application said it, and then it is final.'
  }
  if (right === 'Ok') return 'The application said Ok, and Ok is final.'
  if (code === 'Error') {
    return `${capital(cause)} no error. ${hasException ? 'An exception that was recorded is an event, not a status.' : 'Nothing else sets Error.'}`
  }
  return given === 'Error'
    ? `${capital(cause)} an error.`
    : 'The application set Error, and nothing takes that back to Unset.'
}

/** What happens to the span, as the trace explorer's own trace has it. */
function writeSteps({ before, after }: Story, statusCode: number | null): string {
  return [before, `http:${statusCode ?? 'none'}`, after].filter((step) => step !== 'none').join(', ')
}

/** The span alone, or below the SERVER span that every call of a service is made in. */
function writeTrace(kind: 'SERVER' | 'CLIENT', steps: string): string {
  return kind === 'SERVER'
    ? `1 - SERVER 0 120 GET /cart | ${steps}`
    : `1 - SERVER 0 150 GET /cart\n2 1 CLIENT 10 130 GET | ${steps}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
