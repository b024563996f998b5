import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { type Diagnosis, documentStart, errorAt, type Position } from './diagnosis'
import { resolveScalar, type ScalarValue } from './yaml-scalar'

/** A configuration as it stands in the text, each part with its place. Aliases and merge keys are followed. */
export type ConfigNode = MapNode | ListNode | ScalarNode

export interface MapEntry {
  readonly key: string
  readonly at: Position
  readonly value: ConfigNode
}

export interface MapNode {
  readonly kind: 'map'
  readonly at: Position
  readonly entries: readonly MapEntry[]
}

export interface ListNode {
  readonly kind: 'list'
  readonly at: Position
  readonly items: readonly ConfigNode[]
}

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly at: Position
  readonly value: ScalarValue
  /** Holds `${env:…}` or another substitution without a default: only the running Collector knows the value. */
  readonly opaque: boolean
  /** For a substitution's default: the default as it stands, which is what a setting that is a string takes. */
  readonly written?: string
}

/** Longest text that is read, in characters: far beyond any real configuration. */
const longestText = 1_000_000
/** Nodes that are read again because an alias names them; more is a bomb. (yaml.v3 goes by their share instead.) */
const mostAliased = 2_000
const deepest = 200
/** Brackets open at once beyond which the parser is not even asked: it would run for long and then fail. */
const mostOpenBrackets = 1_000

/** What the Collector's reader says of faults that are common enough to be met. */
const goWords: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'found character that cannot start any token',
}

/** A refusal on the way down; caught at the door. */
class Refused extends Error {
  constructor(
    readonly at: Position,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Reads YAML into nodes with positions. Never throws: what is not YAML, holds a key twice, refers to itself or grows
 * beyond measure by aliases is a diagnosis, worded as the Collector's YAML reader words it. An empty text is null.
 *
 * Source: go.yaml.in/yaml/v3 (decode.go); confmap/provider for substitution.
 */
export function parseConfigNode(text: string): {
  readonly root: ConfigNode | null
  readonly diagnoses: readonly Diagnosis[]
} {
  const refuse = (at: Position, message: string) => ({ root: null, diagnoses: [errorAt(at, '', message)] })
  if (text.length > longestText) return refuse(documentStart, 'yaml: document is too large')
  if (openBrackets(text) > mostOpenBrackets) return refuse(documentStart, 'yaml: exceeded max depth of 10000')
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      schema: 'failsafe',
      uniqueKeys: false,
      logLevel: 'silent',
    })
    const broken = document.errors.find((error) => error.code !== 'MULTIPLE_DOCS')
    if (broken) {
      const at = positionOf(lines, broken.pos[0])
      const message = goWords[broken.code] ?? broken.message
      return refuse(at, `yaml: line ${at.line}: ${message}`)
    }
    if (document.contents === null) return { root: null, diagnoses: [] }
    const reader = new Reader(lines)
    reader.anchors = collectAnchors(document.contents)
    return { root: reader.read(document.contents, 0), diagnoses: [] }
  } catch (failure) {
    if (failure instanceof Refused) return refuse(failure.at, failure.message)
    // The parser descends by recursion: brackets nested by the thousand exhaust the stack.
    if (failure instanceof RangeError) return refuse(documentStart, 'yaml: exceeded max depth of 10000')
    throw failure
  }
}

/** The most brackets open at once, those in strings included: only ever asked about absurd numbers. */
function openBrackets(text: string): number {
  let open = 0
  let most = 0
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    open += bracket === '[' || bracket === '{' ? 1 : -1
    if (open > most) most = open
  }
  return most
}

function positionOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function collectAnchors(root: Node): Map<string, Node> {
  const anchors = new Map<string, Node>()
  const open: unknown[] = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) continue
    if (node.anchor) anchors.set(node.anchor, node)
    if (isMap(node)) for (const pair of node.items) open.push(pair.value, pair.key)
    if (isSeq(node)) open.push(...node.items)
  }
  return anchors
}

class Reader {
  anchors = new Map<string, Node>()
  /** Nodes read while following an alias. */
  private aliased = 0
  private readonly following = new Set<string>()

  constructor(private readonly lines: LineCounter) {}

  read(node: unknown, depth: number): ConfigNode {
    const at = this.at(node)
    if (this.following.size > 0) this.aliased += 1
    if (this.aliased > mostAliased) throw new Refused(at, 'yaml: document contains excessive aliasing')
    if (depth > deepest) throw new Refused(at, 'yaml: exceeded max depth of 10000')
    if (isAlias(node)) return this.follow(node.source, at, depth)
    if (isMap(node)) return { kind: 'map', at, entries: this.entries(node.items, depth) }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => this.read(item, depth + 1)) }
    if (isScalar(node)) return scalarNode(String(node.value ?? ''), node.type === 'PLAIN' && !node.tag, at)
    return { kind: 'scalar', at, value: null, opaque: false }
  }

  private follow(name: string, at: Position, depth: number): ConfigNode {
    const target = this.anchors.get(name)
    if (!target) throw new Refused(at, `yaml: unknown anchor '${name}' referenced`)
    if (this.following.has(name)) throw new Refused(at, `yaml: anchor '${name}' value contains itself`)
    this.following.add(name)
    const value = this.read(target, depth + 1)
    this.following.delete(name)
    return value
  }

  private entries(pairs: readonly { key: unknown; value: unknown }[], depth: number): MapEntry[] {
    const own: MapEntry[] = []
    const merged: MapEntry[] = []
    const seen = new Map<string, Position>()
    for (const pair of pairs) {
      const at = this.at(pair.key)
      const key = isScalar(pair.key) ? String(pair.key.value ?? '') : null
      if (key === null && !isAlias(pair.key)) throw new Refused(at, 'yaml: invalid map key: map or sequence')
      const name = key ?? String((this.read(pair.key, depth + 1) as ScalarNode).value)
      if (name === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        merged.push(...this.mergeable(pair.value, depth))
        continue
      }
      const earlier = seen.get(name)
      if (earlier) {
        const known = `mapping key ${JSON.stringify(name)} already defined at line ${earlier.line}`
        throw new Refused(at, `yaml: unmarshal errors:\n  line ${at.line}: ${known}`)
      }
      seen.set(name, at)
      own.push({ key: name, at, value: this.read(pair.value, depth + 1) })
    }
    for (const entry of merged) {
      if (seen.has(entry.key)) continue
      seen.set(entry.key, entry.at)
      own.push(entry)
    }
    return own
  }

  private mergeable(value: unknown, depth: number): MapEntry[] {
    const node = this.read(value, depth + 1)
    if (node.kind === 'map') return [...node.entries]
    const maps = node.kind === 'list' ? node.items : []
    if (node.kind === 'scalar' || maps.some((item) => item.kind !== 'map')) {
      throw new Refused(node.at, 'yaml: map merge requires map or sequence of maps as the value')
    }
    return maps.flatMap((item) => (item.kind === 'map' ? item.entries : []))
  }

  private at(node: unknown): Position {
    const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : null
    return range ? positionOf(this.lines, range[0]) : documentStart
  }
}

const substitution = /\$\{[^{}]*\}/
const wholeWithDefault = /^\$\{(?:env:)?[a-zA-Z_][a-zA-Z0-9_]*:-([^{}]*)\}$/

function scalarNode(text: string, plain: boolean, at: Position): ScalarNode {
  const bare = text.replaceAll('$$', '')
  if (!substitution.test(bare)) {
    const literal = text.replaceAll('$$', '$')
    return { kind: 'scalar', at, value: plain ? resolveScalar(literal) : literal, opaque: false }
  }
  const fallback = wholeWithDefault.exec(text)
  if (fallback) {
    const written = fallback[1]!
    return { kind: 'scalar', at, value: resolveScalar(written), opaque: false, written }
  }
  return { kind: 'scalar', at, value: text, opaque: true }
}
