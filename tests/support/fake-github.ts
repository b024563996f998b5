import http from 'node:http'

export interface GitHubUser {
  id: number
  name: string | null
  emails: { email: string; primary: boolean; verified: boolean }[]
}

/** A GitHub of our own: whoever is sent there is at once the user it is told to be. */
export async function startGitHub() {
  let user: GitHubUser = { id: 0, name: null, emails: [] }
  const server = http.createServer((request, response) => {
    const answers: Record<string, unknown> = {
      '/login/oauth/access_token': {
        access_token: 'a-token',
        token_type: 'bearer',
        scope: 'read:user,user:email',
      },
      // The profile's own e-mail is whatever its user wrote there: it must not count.
      '/user': {
        id: user.id,
        login: `user${user.id}`,
        name: user.name,
        email: 'anything@example.test',
        avatar_url: '',
      },
      '/user/emails': user.emails,
    }
    const answer = answers[request.url ?? '']
    response
      .writeHead(answer ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}`,
    become(next: GitHubUser) {
      user = next
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  }
}
