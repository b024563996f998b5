import 'server-only'

/**
 * Anki's collection of schema 11, which every Anki imports: rslib/src/storage/schema11.sql of ankitects/anki
 * lists the same tables and columns.
 */
export const ANKI_SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL,
  left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL,
  data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
  type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`

const css = `.card { font: 20px/1.5 sans-serif; text-align: center; max-width: 40em; margin: auto }
.blank::after { content: "[…]"; font-weight: bold } mark { background: #d3f0ee } pre { text-align: left }`

/** The one note type of our decks: a question and an answer, as rendered HTML. `at` in seconds. */
export function ankiModels(id: number, at: number, deck: number): Record<string, unknown> {
  const field = (name: string, ord: number) => ({
    ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
  })
  const template = {
    name: 'Card 1',
    ord: 0,
    qfmt: '{{Question}}',
    afmt: '{{FrontSide}}\n<hr id="answer">\n{{Answer}}',
    did: null,
    bqfmt: '',
    bafmt: '',
  }
  const model = {
    ...{ id, name: 'Spanwise', type: 0, mod: at, usn: -1, sortf: 0, did: deck, css, vers: [], tags: [] },
    tmpls: [template],
    flds: [field('Question', 0), field('Answer', 1)],
    latexPre: '\\documentclass[12pt]{article}\n\\begin{document}\n',
    latexPost: '\\end{document}',
    req: [[0, 'any', [0]]],
  }
  return { [id]: model }
}

/** Decks by id and name. Anki has to find its own default deck, too. `at` in seconds. */
export function ankiDecks(names: ReadonlyMap<number, string>, at: number): Record<string, unknown> {
  const deck = (id: number, name: string) => ({
    ...{ id, name, mod: at, usn: -1, desc: '', dyn: 0, conf: 1, collapsed: false, browserCollapsed: false },
    ...{
      extendNew: 0,
      extendRev: 0,
      newToday: [0, 0],
      revToday: [0, 0],
      lrnToday: [0, 0],
      timeToday: [0, 0],
    },
  })
  return Object.fromEntries([[1, 'Default'] as const, ...names].map(([id, name]) => [id, deck(id, name)]))
}

/** The options of the decks, by Anki's own defaults. */
export const ankiDeckOptions = {
  1: {
    ...{
      id: 1,
      name: 'Default',
      mod: 0,
      usn: 0,
      maxTaken: 60,
      autoplay: true,
      timer: 0,
      replayq: true,
      dyn: false,
    },
    new: {
      ...{ bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    },
    rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  },
}

/** The settings of the collection itself. */
export function ankiConf(deck: number, model: number): Record<string, unknown> {
  return {
    ...{ activeDecks: [1], curDeck: deck, curModel: model, nextPos: 1, schedVer: 2, sortType: 'noteFld' },
    ...{ sortBackwards: false, addToCur: true, collapseTime: 1200, dueCounts: true, estTimes: true },
    ...{ newSpread: 0, timeLim: 0, dayLearnFirst: false },
  }
}
