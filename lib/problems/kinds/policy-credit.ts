import { drawOne, drawUntil } from '../draw'
import type { Generator } from '../generator'
import { moments } from '../simulator-moments'
import { decideTrace, describeTrace, drawTailScene, writeTailYaml } from '../tail-scene'
import { explainVerdict, explainVote } from '../tail-words'

/** Which policy decides what becomes of one trace, where several say keep. */
export const policyCredit: Generator<'policy-credit'> = {
  name: 'policy-credit',
  make(random) {
    // One in five may end without a policy; else at least two must have something to say, or there is nothing to ask.
    const wanted = drawOne(random, ['some', 'some', 'some', 'some', 'none'] as const)
    const { policies, trace, verdict } = drawUntil(
      () => {
        const scene = drawTailScene(random, 1)
        const [only] = scene.traces
        return { ...scene, trace: only!, verdict: decideTrace(scene.policies, only!) }
      },
      (drawn) => {
        if (drawn.policies.length < 3) return false
        const say = drawn.verdict.votes.filter(({ decision }) => decision !== 'NotSampled').length
        return wanted === 'none' ? say === 0 : say >= 2
      },
    )
    const yaml = writeTailYaml(policies)
    const options = [
      ...policies.map((policy) => {
        const vote = verdict.votes.find(({ name }) => name === policy.name)!.decision
        const isRight = policy.name === verdict.policy
        const why = `${explainVote(policy, vote, trace)}.`
        return {
          text: `\`${policy.name}\``,
          isRight,
          feedback:
            isRight || vote === 'NotSampled'
              ? why
              : `${why} But \`${verdict.policy}\` comes before it and decides.`,
        }
      }),
      {
        text: 'None: the trace is not kept',
        isRight: verdict.policy === null,
        feedback: verdict.policy === null ? 'No policy says keep.' : `\`${verdict.policy}\` decides.`,
      },
    ]
    return {
      question: `A Collector has this below \`tail_sampling:\`.\n\n\`\`\`yaml\n${yaml}\`\`\`\n\nA complete trace is up for its decision: ${describeTrace(trace).replace('**A** ', '')}. Which policy decides what becomes of it, and is credited?`,
      trace: null,
      asks: { kind: 'one', options },
      steps: explainVerdict(policies, trace, verdict),
      simulator: { name: 'sampling', params: { a: 'yaml', yaml }, atMs: moments.sampling },
    }
  },
}
