import { catalogue, type ProblemName } from '../problems/catalogue'
import type { Card } from './card'
import { blockHtml as block, inlineHtml as inline } from './markdown'

/**
 * What a learner sees of a card, as plain JSON: it travels to the browser and may wait there offline.
 * Every `…Html` is made from the card's Markdown; raw HTML in a card is escaped.
 */
export interface CardFace {
  id: string
  kind: Card['kind']
  lesson: string
  lessonTitle: string
  /** Slug of the heading that the card belongs to, and its words. */
  heading: string
  headingTitle: string
  questionHtml: string
  answerHtml: string
  whyHtml: string | null
  /** kind `choice` */
  choices?: { html: string; correct: boolean; feedbackHtml: string }[]
  /** kind `order`: in the right order */
  items?: string[]
  /** kind `generated`: what makes its question. `questionHtml` then only names what is asked. */
  generated?: { problem: ProblemName; params: Readonly<Record<string, string>> }
}

/** Where a card stands: the words around it that its own file does not hold. */
export type CardPlace = Pick<CardFace, 'lesson' | 'lessonTitle' | 'headingTitle'>

/** The card as HTML: what a browser shows, offline too. Its Markdown was checked when the content was read. */
export function renderCardFace(card: Card, place: CardPlace): CardFace {
  const common = {
    id: card.id,
    kind: card.kind,
    ...place,
    heading: card.heading,
    whyHtml: card.why ? block(card.why) : null,
  }
  switch (card.kind) {
    case 'basic':
      return { ...common, questionHtml: block(card.question), answerHtml: block(card.answer) }
    case 'cloze':
      return { ...common, questionHtml: hideBlanks(card.text), answerHtml: fillBlanks(card.text) }
    case 'choice': {
      const choices = card.choices.map((choice) => ({
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

/** A card's words alone, for search: Markdown and cloze braces taken off. */
export function cardText(card: Card): { question: string; answer: string } {
  const face = renderCardFace(card, { lesson: '', lessonTitle: '', headingTitle: '' })
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
