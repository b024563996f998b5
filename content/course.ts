import type { Course } from '@/lib/content/course'

export const course = {
  slug: 'production-observability',
  title: 'Production Observability: From Signals to Root Cause',
  summary:
    'What a running system tells you, how it travels, what it costs, and how to read it back from an alert to the line at fault.',
  modules: [
    {
      title: 'The mental model',
      lessons: [
        {
          slug: 'the-opentelemetry-mental-model',
          title: 'The OpenTelemetry mental model',
          summary:
            'The whole model in one reading: signals, context, spans, resources, conventions and the Collector.',
          status: 'ready',
        },
      ],
    },
    {
      title: 'The building blocks',
      lessons: [
        {
          slug: 'signals-and-what-connects-them',
          title: 'Signals and what connects them',
          summary: 'One request as trace, metric and log, and the exemplars that lead from one to the next.',
          status: 'ready',
        },
        {
          slug: 'spans-the-anatomy-of-work',
          title: 'Spans: the anatomy of work',
          summary: 'Kinds, status, links and events; what deserves a span; reading a waterfall.',
          status: 'ready',
        },
        {
          slug: 'context-propagation-and-baggage',
          title: 'Context propagation and baggage',
          summary: 'W3C Trace Context to the letter, and how to find the place where a trace breaks.',
          status: 'ready',
        },
        {
          slug: 'resources-and-semantic-conventions',
          title: 'Resources and semantic conventions',
          summary: 'Who produced this, and what it is called: identity, naming, migration.',
          status: 'ready',
        },
        {
          slug: 'the-collector-as-a-pipeline',
          title: 'The Collector as a pipeline',
          summary: 'Components, order, back-pressure, queues, agents and gateways.',
          status: 'ready',
        },
      ],
    },
    {
      title: 'The economics',
      lessons: [
        {
          slug: 'sampling',
          title: 'Sampling',
          summary: 'What to keep, what it costs, and what you can still compute afterwards.',
          status: 'ready',
        },
        {
          slug: 'cardinality',
          title: 'Cardinality',
          summary: 'Series arithmetic, limits and overflow, and where each attribute belongs.',
          status: 'ready',
        },
        {
          slug: 'designing-telemetry-for-a-service',
          title: 'Designing telemetry for a service',
          summary: 'Signals, names, attributes, spans and rates for a real checkout, on a budget.',
          status: 'ready',
        },
      ],
    },
    {
      title: 'From signals to root cause',
      lessons: [
        {
          slug: 'from-alert-to-trace-to-log',
          title: 'From alert to trace to log',
          summary: 'From a burning objective to the cause, and how to tell a cause from a symptom.',
          status: 'ready',
        },
        {
          slug: 'mistakes-in-production',
          title: 'Mistakes and how they look in production',
          summary: 'Each common mistake as something to find in a running system.',
          status: 'ready',
        },
        {
          slug: 'incident-drills',
          title: 'Incident drills',
          summary: 'Generated incidents, start to finish.',
          status: 'ready',
        },
      ],
    },
  ],
} as const satisfies Course
