import { findHeaderValues, type Header } from '../../engine/propagation/header'
import { createSpanId, createTraceId } from '../../engine/propagation/identifier'
import { type Participant, type ParticipantSpan, participate } from '../../engine/propagation/participant'
import { injectTraceContext } from '../../engine/propagation/trace-context'
import type { Random } from '../../engine/random'
import { drawOne } from '../draw'
import type { Generator } from '../generator'
import { moments } from '../simulator-moments'

const root = 'none'
const askedSpans = ['web SERVER', 'web CLIENT', 'checkout SERVER', 'checkout CLIENT'] as const

interface Way {
  readonly incoming: string
  readonly door: 'continues' | 'restarts'
  readonly proxy: 'forwards' | 'strips'
}

/** The parent of one span on the way of a request, or that it has none. */
export const spanParent: Generator<'span-parent'> = {
  name: 'span-parent',
  make(random) {
    const asked = drawOne(random, askedSpans)
    const way = drawWay(random)
    const incoming: Header[] = way.incoming === '' ? [] : [['traceparent', way.incoming]]
    const web = hop(incoming, { kind: 'instrumented', restartsTrace: way.door === 'restarts' }, random)
    const proxied = participate(
      web.sent,
      { kind: way.proxy === 'strips' ? 'stripping' : 'pass-through' },
      random,
    )
    const checkout = hop(proxied.outgoing, { kind: 'instrumented' }, random)
    const parents: Record<(typeof askedSpans)[number], string | null> = {
      'web SERVER': web.server.parentSpanId,
      'web CLIENT': web.server.spanContext.spanId,
      'checkout SERVER': checkout.server.parentSpanId,
      'checkout CLIENT': checkout.server.spanContext.spanId,
    }
    const right = parents[asked] ?? root
    const ids: Record<(typeof askedSpans)[number], string> = {
      'web SERVER': web.server.spanContext.spanId,
      'web CLIENT': web.clientId,
      'checkout SERVER': checkout.server.spanContext.spanId,
      'checkout CLIENT': checkout.clientId,
    }
    const sent = findHeaderValues(web.sent, 'traceparent')[0]!
    return {
      question: [
        way.incoming === ''
          ? 'A request without a `traceparent` reaches `web`.'
          : `A request reaches \`web\` with\n\n\`\`\`http\ntraceparent: ${way.incoming}\n\`\`\``,
        `${way.door === 'restarts' ? '`web` trusts no trace from outside and starts its own. ' : ''}\`web\` calls \`checkout\` through a proxy that makes no span and ${way.proxy === 'strips' ? 'removes headers that it does not know, `traceparent` among them' : 'forwards all headers'}. \`checkout\` calls a database. All spans that were made, by their ids:`,
        askedSpans
          .map((span) => `- \`${span.split(' ')[0]}\`, ${span.split(' ')[1]}: \`${ids[span]}\``)
          .join('\n'),
        `Which is the parent span id of the **${asked.split(' ')[1]}** span of \`${asked.split(' ')[0]}\`?`,
      ].join('\n\n'),
      trace: null,
      asks: {
        kind: 'text',
        form: '16 hexadecimal digits, or “none” for a root',
        right,
        accepted: right === root ? ['root', 'no parent', '-'] : [],
        mistakes: [
          { answer: ids[asked], why: 'That is the span itself.' },
          ...(right === root ? [] : [{ answer: root, why: 'It has a parent: the context reached it.' }]),
          {
            answer: ids['web SERVER'],
            why:
              asked === 'checkout SERVER'
                ? 'The header carries the id of the span that sends, the CLIENT span of `web`. The SERVER span is one further up.'
                : 'That span is not its parent.',
          },
          {
            answer: way.incoming.split('-')[2] ?? ids[asked],
            why: 'That is the caller’s span, from the header that reached `web`. It is not the parent of this one.',
          },
          { answer: ids['web CLIENT'], why: 'That span’s id did not become the parent of this one.' },
        ].filter(
          ({ answer }, place, all) =>
            answer !== right && all.findIndex((one) => one.answer === answer) === place,
        ),
      },
      steps: [...explain(asked, way, sent, ids), '', `Parent: \`${right}\`.`].join('\n'),
      simulator: {
        name: 'propagation',
        params: { incoming: way.incoming, door: way.door, proxy: way.proxy, web: 'both', checkout: 'both' },
        atMs: asked.startsWith('web') ? moments.web : moments.checkout,
      },
    }
  },
}

function drawWay(random: Random): Way {
  const good = `00-${createTraceId(random)}-${createSpanId(random)}-01`
  const capitals = good.toUpperCase()
  const [, traceId = '', parentId = ''] = good.split('-')
  const broken = drawOne(random, [
    capitals,
    `00-${traceId}-${'0'.repeat(16)}-01`,
    `00-${traceId}-${parentId}`,
  ])
  return {
    incoming: drawOne(random, [good, good, broken, '']),
    door: drawOne(random, ['continues', 'continues', 'restarts'] as const),
    proxy: drawOne(random, ['forwards', 'forwards', 'strips'] as const),
  }
}

/** A service that is called, and calls on: the header that it sends names its CLIENT span. */
function hop(incoming: readonly Header[], participant: Participant, random: Random) {
  const server = participate(incoming, participant, random).span as ParticipantSpan
  const clientId = createSpanId(random)
  return { server, clientId, sent: injectTraceContext({ ...server.spanContext, spanId: clientId }) }
}

function explain(
  asked: (typeof askedSpans)[number],
  way: Way,
  sent: string,
  ids: Record<string, string>,
): string[] {
  const [service, kind] = asked.split(' ')
  if (kind === 'CLIENT')
    return [
      `A CLIENT span is made while the SERVER span of the same service is active, so \`${ids[`${service} SERVER`]}\` is its parent. No header is needed inside a process.`,
    ]
  if (service === 'checkout')
    return way.proxy === 'strips'
      ? [
          'The proxy took the header away. `checkout` knows of no trace, so it starts one: its SERVER span is a root.',
        ]
      : [
          'The proxy makes no span, so the header arrives as `web` sent it:',
          '',
          '```http',
          `traceparent: ${sent}`,
          '```',
          '',
          'The third field is the id of the span that sent it, the CLIENT span of `web`.',
        ]
  if (way.incoming === '')
    return ['No context came with the request, so `web` starts a trace: its SERVER span is a root.']
  if (way.door === 'restarts')
    return [
      '`web` trusts no trace from outside: whatever came, it starts one. It may keep a link to what it left.',
    ]
  const isGood = /^00-[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(way.incoming)
  return isGood
    ? [
        '`web` continues the trace. The third field of the header is the id of the caller’s span, which is its parent.',
      ]
    : [
        'The header is invalid: lower-case digits, no id of zeros and all four fields are asked for. `web` starts a new trace, so its SERVER span is a root.',
      ]
}
