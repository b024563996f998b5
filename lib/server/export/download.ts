import 'server-only'

/** An answer that the browser saves under this name; parts are written as they stand. */
export function download(name: string, type: string, parts: readonly (string | Uint8Array)[]): Response {
  return new Response(new Blob(parts as BlobPart[]), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  })
}

/** The name of an export of today, for whoever keeps several. `now` in ms. */
export function exportName(ending: string, now: number): string {
  return `spanwise-${new Date(now).toISOString().slice(0, 10)}.${ending}`
}
