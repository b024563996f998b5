/** Cache Storage as a browser keeps it, in memory: names, and answers by their whole address. */
export class MemoryCaches {
  private readonly kept = new Map<string, MemoryCache>()

  async open(name: string): Promise<MemoryCache> {
    const cache = this.kept.get(name) ?? new MemoryCache()
    this.kept.set(name, cache)
    return cache
  }

  async keys(): Promise<string[]> {
    return [...this.kept.keys()]
  }

  async delete(name: string): Promise<boolean> {
    return this.kept.delete(name)
  }
}

export const ORIGIN = 'https://learn.example'

class MemoryCache {
  private readonly answers = new Map<string, Response>()

  async match(request: Request | string): Promise<Response | undefined> {
    return this.answers.get(addressOf(request))?.clone()
  }

  async put(request: Request | string, response: Response): Promise<void> {
    this.answers.set(addressOf(request), response)
  }

  async delete(request: Request | string): Promise<boolean> {
    return this.answers.delete(addressOf(request))
  }

  async keys(): Promise<Request[]> {
    return [...this.answers.keys()].map((address) => new Request(address))
  }
}

function addressOf(request: Request | string): string {
  return new URL(typeof request === 'string' ? request : request.url, ORIGIN).href
}
