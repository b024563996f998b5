import { drawUntil } from '../draw'
import type { Generator } from '../generator'
import { moments } from '../simulator-moments'
import { decideTrace, describeTrace, drawTailScene, writeTailYaml } from '../tail-scene'
import { explainVote } from '../tail-words'

/** Which of four traces the policies of a configuration keep. */
export const tailSamplingKeeps: Generator<'tail-sampling-keeps'> = {
  name: 'tail-sampling-keeps',
  make(random) {
    const { policies, traces, verdicts } = drawUntil(
      () => {
        const scene = drawTailScene(random, 4)
        return { ...scene, verdicts: scene.traces.map((trace) => decideTrace(scene.policies, trace)) }
      },
      (drawn) => new Set(drawn.verdicts.map(({ decision }) => decision === 'Sampled')).size === 2,
    )
    const yaml = writeTailYaml(policies)
    const options = traces.map((trace, place) => {
      const { decision, policy, votes } = verdicts[place]!
      const config = policies.find(({ name }) => name === policy)
      const vote = votes.find(({ name }) => name === policy)
      const reason = config && vote ? explainVote(config, vote.decision, trace) : null
      return {
        text: describeTrace(trace),
        isRight: decision === 'Sampled',
        feedback:
          decision === 'Sampled'
            ? `Kept. ${reason}.`
            : decision === 'Dropped'
              ? `Dropped, whatever the others say. ${reason}.`
              : `Not kept. ${policies
                  .map((each) =>
                    explainVote(each, votes.find(({ name }) => name === each.name)!.decision, trace),
                  )
                  .join('; ')}.`,
      }
    })
    return {
      question: `A Collector has this below \`tail_sampling:\`.\n\n\`\`\`yaml\n${yaml}\`\`\`\n\nAll spans of each trace have come before the decision. Which traces are kept?`,
      trace: null,
      asks: { kind: 'several', options },
      steps: [
        ...options.map(({ feedback }, place) => `- **${traces[place]!.letter}**: ${feedback}`),
        '',
        'Policies are joined by or: one that says keep is enough. A drop policy is asked before all others, wherever it stands.',
      ].join('\n'),
      simulator: { name: 'sampling', params: { a: 'yaml', yaml }, atMs: moments.sampling },
    }
  },
}
