/** The files of a lesson that is being begun: they pass every check of the content, prompts and length aside. */
export interface NewLesson {
  lesson: string
  cards: string
}

/**
 * A first lesson.mdx and cards.yaml, with everything that a lesson must have, in its place.
 *
 * @param slug of the lesson, in the course.
 * @param today as YYYY-MM-DD.
 * @param semconv the version of the semantic conventions to speak of.
 */
export function draftLesson(given: {
  slug: string
  title: string
  summary: string
  today: string
  semconv: string
}): NewLesson {
  const { slug, title, summary, today, semconv } = given
  const card = `${slug.split('-').slice(0, 4).join('-')}-first`
  return { lesson: lessonText(title, summary, today, semconv, card), cards: cardsText(card) }
}

/** YAML of a text that may hold a colon, a quote or a hash. */
const quoted = (text: string): string => JSON.stringify(text)

function lessonText(title: string, summary: string, today: string, semconv: string, card: string): string {
  return `---
title: ${quoted(title)}
summary: ${quoted(summary)}
minutes: 20
objectives:
  - text: Say what the first section is about, in one sentence
    sections: [the-first-idea]
  - text: Use it on the example of this lesson
    sections: [worked-example]
  - text: Recognise when it has been done wrong
    sections: [common-mistakes]
updated: ${today}
semconv: ${semconv}
---

Open with a situation that the reader knows, and say what they will be able to do afterwards.

## The first idea

One idea a section. Ask before you answer, and let a prompt follow where the idea has just been met:

<Recall card="${card}" />

## Worked example

An incident at Fernhill, with numbers that add up.

## Common mistakes

<Mistake title="What people do">
<Wrong>

Show it.

</Wrong>
<Right>

Show what to do instead.

</Right>
<Why>

Say why in a sentence or two.

</Why>
</Mistake>

## Summary

What to keep, in a paragraph that a signed-out reader sees too.

## Quick reference

<QuickReference>

| Question | Answer |
| --- | --- |
| What was it about? | This |

</QuickReference>

## Sources

<Sources>

| Fact | Source |
| --- | --- |
| The first idea | [OpenTelemetry specification](https://opentelemetry.io/docs/specs/otel/) |

</Sources>
`
}

function cardsText(card: string): string {
  return `# One fact or one decision each. Ids are never reused; a card that is withdrawn gets \`retired: true\`.

- id: ${card}
  kind: basic
  heading: the-first-idea
  question: What happens if …?
  answer: This happens.
  why: Because of that.
`
}
