import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import http from 'node:http'
import { text } from 'node:stream/consumers'

/** What Google says of whoever signs in, in its ID token. */
export type GoogleClaims = Record<string, string | number | boolean>

/**
 * A Google of our own: an OpenID provider that signs its tokens, and gives one only to whoever proves to be the
 * browser that asked (PKCE, S256).
 */
export async function startGoogle(clientId: string) {
  const ours = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let claims: GoogleClaims = {}
  let challenge = ''
  let signer: KeyObject = ours.privateKey
  const answer = async (request: http.IncomingMessage): Promise<[number, unknown]> => {
    if (request.url === '/.well-known/openid-configuration')
      return [
        200,
        {
          issuer: url,
          authorization_endpoint: `${url}/o/oauth2/v2/auth`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/certs`,
          id_token_signing_alg_values_supported: ['RS256'],
        },
      ]
    if (request.url === '/certs')
      return [
        200,
        { keys: [{ ...ours.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: '1' }] },
      ]
    if (request.url !== '/token') return [404, {}]
    const verifier = new URLSearchParams(await text(request)).get('code_verifier') ?? ''
    if (createHash('sha256').update(verifier).digest('base64url') !== challenge)
      return [400, { error: 'invalid_grant' }]
    const now = Math.floor(Date.now() / 1000)
    const token = { iss: url, aud: clientId, iat: now, exp: now + 3600, ...claims }
    return [200, { access_token: 'a-token', token_type: 'Bearer', id_token: jwt(token, signer) }]
  }
  const server = http.createServer((request, response) => {
    answer(request).then(
      ([status, body]) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      (error) => response.destroy(error),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    /** Whoever comes with the challenge of `away` is at once whom the claims name. */
    become(next: GoogleClaims, away: URL, isForged = false) {
      claims = next
      challenge = away.searchParams.get('code_challenge') ?? ''
      signer = isForged ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : ours.privateKey
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}

function jwt(claims: GoogleClaims, key: KeyObject): string {
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const signed = `${encode({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}
