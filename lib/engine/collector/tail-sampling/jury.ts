import { combineVotes, type Verdict, type Voter, voteOnIngest } from './combine-votes'
import { decisionCode } from './decision'
import type { TraceView } from './trace-view'

/** How often a policy voted which way: the Collector's count_traces_sampled, by policy. */
export interface PolicyCount {
  readonly policy: string
  readonly sampled: number
  readonly notSampled: number
  readonly dropped: number
}

/** The policies of one processor, and what they have said so far. */
export class Jury {
  /** The last verdict; overwritten by the next. */
  readonly verdict: Verdict = { decision: decisionCode.NotSampled, policy: -1, evaluated: 0, errors: 0 }
  private readonly votes: readonly Uint32Array[]

  constructor(
    private readonly voters: readonly Voter[],
    private readonly sampleOnFirstMatch: boolean,
  ) {
    this.votes = voters.map(() => new Uint32Array(8))
  }

  /** Asks about a whole trace. */
  decide(trace: TraceView, nowMs: number): void {
    combineVotes(this.voters, trace, nowMs, this.sampleOnFirstMatch, this.verdict, this.votes)
  }

  /** Asks about spans that have just arrived, for span-ingest. */
  decideOnIngest(trace: TraceView, nowMs: number): void {
    voteOnIngest(this.voters, trace, nowMs, this.verdict, this.votes)
  }

  /** NotSampled without asking anybody. */
  passOver(): void {
    this.verdict.decision = decisionCode.NotSampled
    this.verdict.policy = -1
    this.verdict.evaluated = 0
    this.verdict.errors = 0
  }

  /** The policy credited with the last verdict, '' where none is. */
  get credited(): string {
    return this.verdict.policy < 0 ? '' : this.voters[this.verdict.policy]!.name
  }

  counts(): PolicyCount[] {
    return this.voters.map(({ name }, index) => ({
      policy: name,
      sampled: this.votes[index]![decisionCode.Sampled]! + this.votes[index]![decisionCode.InvertSampled]!,
      notSampled:
        this.votes[index]![decisionCode.NotSampled]! + this.votes[index]![decisionCode.InvertNotSampled]!,
      dropped: this.votes[index]![decisionCode.Dropped]!,
    }))
  }
}
