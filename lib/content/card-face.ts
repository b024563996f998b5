import { catalogue, type ProblemName } from '../problems/catalogue'
import type { Card } from './card'
import { blockHtml as block, inlineHtml as inline } from './markdown'
import { placeRightChoice } from './place-right-choice'
import { simulatorHref } from './simulator-href'

/**
 * What a learner sees of a card, as plain JSON: it travels to the browser and may wait there offline.
 * Every `…Html` is made from the card's Markdown; raw HTML in a card is escaped.
 */
export interface CardFace {
  id: string
  kind: Card['kind']
  /** Slug of the lesson, and of its heading, that the card belongs to; null for a learner's own that has none. */
  lesson: string | null
  lessonTitle: string
  heading: string | null
  headingTitle: string
  questionHtml: string
  answerHtml: string
  whyHtml: string | null
  /** Where the simulator stands that shows what the card asks. */
  simulatorHref?: string
  /** kind `choice`: as they are shown */
  choices?: { html: string; correct: boolean; feedbackHtml: string }[]
  /** kind `order`: in the right order */
  items?: string[]
  /** kind `generated`: what makes its question. `questionHtml` then only names what is asked. */
  generated?: { problem: ProblemName; params: Readonly<Record<string, string>> }
}

/** Where a card stands: the words around it that its own file does not hold. */
export interface CardPlace {
  lesson: string
  lessonTitle: string
  headingTitle: string
}

/** The card as HTML: what a browser shows, offline too. Its Markdown was checked when the content was read. */
export function renderCardFace(card: Card, place: CardPlace): CardFace {
  const common = {
    id: card.id,
    kind: card.kind,
    ...place,
    heading: card.heading,
    whyHtml: card.why ? block(card.why) : null,
    ...(card.simulator && { simulatorHref: simulatorHref(card.simulator.name, card.simulator.state) }),
  }
  switch (card.kind) {
    case 'basic':
      return { ...common, questionHtml: block(card.question), answerHtml: block(card.answer) }
    case 'cloze':
      return { ...common, questionHtml: hideBlanks(card.text), answerHtml: fillBlanks(card.text) }
    case 'choice': {
      const choices = placeRightChoice(card.choices, card.id).map((choice) => ({
        html: inline(choice.text),
        correct: choice.correct,
        feedbackHtml: block(choice.feedback),
      }))
      const right = choices.find((choice) => choice.correct)
      return {
        ...common,
        questionHtml: block(card.question),
        answerHtml: right ? `<p>${right.html}</p>` : '',
        choices,
      }
    }
    case 'order': {
      const items = card.items.map(inline)
      const answerHtml = `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>`
      return { ...common, questionHtml: block(card.question), answerHtml, items }
    }
    case 'generated': {
      const { problem, params } = card
      return {
        ...common,
        questionHtml: block(catalogue[problem].title),
        answerHtml: '',
        generated: { problem, params },
      }
    }
  }
}

/** What a learner wrote on a card of their own, and the place in a lesson that it came from. Markdown. */
export interface OwnCardText {
  id: string
  question: string
  answer: string
  place: (CardPlace & { heading: string | null }) | null
}

/** A learner's own card as HTML. Raw HTML is escaped and dangerous links are dropped, as in every card. */
export function renderOwnFace({ id, question, answer, place }: OwnCardText): CardFace {
  const none = { lesson: null, lessonTitle: '', heading: null, headingTitle: '' }
  const words = { questionHtml: block(question), answerHtml: block(answer), whyHtml: null }
  return { id, kind: 'basic', ...(place ?? none), ...words }
}

/** A card's words alone, for search: Markdown and cloze braces taken off. */
export function cardText(card: Card): { question: string; answer: string } {
  return faceWords(renderCardFace(card, { lesson: '', lessonTitle: '', headingTitle: '' }))
}

/** The words of a face. */
export function faceWords(face: CardFace): { question: string; answer: string } {
  return { question: toText(face.questionHtml), answer: toText(`${face.answerHtml} ${face.whyHtml ?? ''}`) }
}

// Private-use characters mark a blank through the Markdown pass, in which braces would not survive a code span.
const OPEN = '\uE000'
const CLOSE = '\uE001'

function hideBlanks(text: string): string {
  const html = block(text.replace(/\{\{[^{}]+\}\}/g, OPEN))
  return html.replaceAll(OPEN, '<span class="blank" role="img" aria-label="blank"></span>')
}

function fillBlanks(text: string): string {
  const html = block(text.replace(/\{\{([^{}]+)\}\}/g, `${OPEN}$1${CLOSE}`))
  return html.replaceAll(OPEN, '<mark>').replaceAll(CLOSE, '</mark>')
}

function toText(html: string): string {
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }
  return html
    .replace(/<span class="blank"[^>]*>/g, '…')
    .replace(/<\/(?:p|li|pre|blockquote|td|th)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim()
}
