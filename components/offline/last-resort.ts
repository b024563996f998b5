/**
 * What to show where there is neither a network nor any page of ours kept: right after signing out, say, when what was
 * another's has gone. It brings its style along and needs nothing else.
 */
export function lastResort(): Response {
  return new Response(page, {
    status: 503,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    },
  })
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Spanwise: no network</title>
<style>
  :root { color-scheme: light dark }
  body { max-width: 34rem; margin: 18vh auto 0; padding: 0 24px; font: 1.0625rem/1.5 system-ui, sans-serif }
  h1 { font-size: 1.75rem; line-height: 1.2 }
</style>
<main>
  <h1>Not here without a network</h1>
  <p>This page has not been opened in this browser, so there is nothing to show yet. Your grades are safe: those that wait here are sent when there is a network.</p>
  <p><a href="">Try again</a></p>
</main>
</html>`
