import type { FromWorker, Make, ToWorker } from './make-elsewhere'

/**
 * Answers a page's requests in a worker, the latest alone.
 *
 * @param pack what of a result can be sent, and which buffers are handed over with it.
 */
export function serveWorker<Q, R>(
  make: Make<Q, R>,
  pack: (made: R) => { sent: R; handed: Transferable[] },
): void {
  // The types of a page are those that this project has; a worker's own scope has these two in common with a window.
  const scope = self as unknown as {
    onmessage: (event: MessageEvent<ToWorker<Q>>) => void
    postMessage(message: FromWorker<R>, transfer?: Transferable[]): void
  }
  let giveUp = () => {}
  scope.onmessage = ({ data: request }) => {
    giveUp()
    giveUp = () => {}
    if (request === null) return
    const { id, asked } = request
    giveUp = make(asked, {
      progress: (share) => scope.postMessage({ id, what: 'progress', share }),
      failed: () => scope.postMessage({ id, what: 'failed' }),
      made(made) {
        const { sent, handed } = pack(made)
        scope.postMessage({ id, what: 'made', made: sent }, handed)
      },
    })
  }
}
