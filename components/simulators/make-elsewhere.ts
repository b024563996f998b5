/** Who asked for something that takes long to make. Nothing comes after `made` or `failed`, nor once it was given up. */
export interface MadeListener<R> {
  made(made: R): void
  /** The share that is done, 0 to 1. */
  progress(share: number): void
  /** What makes it could not be had. */
  failed(): void
}

/** Makes something. What it returns gives that up. */
export type Make<Q, R> = (asked: Q, listener: MadeListener<R>) => () => void

/** What a page asks of a worker. A request replaces the one before; null gives that up and asks for nothing. */
export type ToWorker<Q> = { readonly id: number; readonly asked: Q } | null

/** What a worker answers, with the id of the request. `failed`: something that it needs could not be fetched. */
export type FromWorker<R> =
  | { readonly id: number; readonly what: 'progress'; readonly share: number }
  | { readonly id: number; readonly what: 'made'; readonly made: R }
  | { readonly id: number; readonly what: 'failed' }

/**
 * Has things made in a worker. Where there is none, where it cannot be fetched, and where it fails, the page makes them
 * itself by what `loadOnPage` fetches: most visitors never need that code.
 */
export function makeElsewhere<Q, R>(
  worker: Worker | null,
  loadOnPage: () => Promise<Make<Q, R>>,
): Make<Q, R> {
  const onPage = makeLater(loadOnPage)
  return worker === null ? onPage : makeInWorker(worker, onPage)
}

function makeInWorker<Q, R>(worker: Worker, onPage: Make<Q, R>): Make<Q, R> {
  let isBroken = false
  let id = 0
  return (asked, listener) => {
    if (isBroken) return onPage(asked, listener)
    id += 1
    const own = id
    let giveUp = () => worker.postMessage(null satisfies ToWorker<Q>)
    // A worker that could not be fetched, or that a policy refuses: the page does the work itself from now on.
    worker.onerror = () => {
      isBroken = true
      giveUp = onPage(asked, listener)
    }
    worker.onmessage = ({ data }: MessageEvent<FromWorker<R>>) => {
      if (data.id !== own) return
      if (data.what === 'progress') listener.progress(data.share)
      else if (data.what === 'made') listener.made(data.made)
      else giveUp = onPage(asked, listener)
    }
    worker.postMessage({ id, asked } satisfies ToWorker<Q>)
    return () => giveUp()
  }
}

/** Makes it by what has to be fetched first. */
function makeLater<Q, R>(load: () => Promise<Make<Q, R>>): Make<Q, R> {
  let loaded: Make<Q, R> | null = null
  return (asked, listener) => {
    if (loaded !== null) return loaded(asked, listener)
    let isGivenUp = false
    let giveUp = () => {}
    load().then(
      (make) => {
        loaded ??= make
        if (!isGivenUp) giveUp = loaded(asked, listener)
      },
      () => isGivenUp || listener.failed(),
    )
    return () => {
      isGivenUp = true
      giveUp()
    }
  }
}
