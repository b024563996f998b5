import type { Metadata } from 'next'
import { CreateTokenForm } from '@/components/tokens/create-token-form'
import { RevokeTokenForm } from '@/components/tokens/revoke-token-form'
import { listTokens } from '@/lib/server/api-tokens'
import { requireUser } from '@/lib/server/session'

export const metadata: Metadata = { title: 'Personal tokens', robots: { index: false } }

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

export default async function TokensPage() {
  const tokens = await listTokens(await requireUser('/settings/tokens'))
  return (
    <div className="mx-auto grid w-full max-w-160 gap-10 px-5 py-12">
      <h1 className="page-title">Personal tokens</h1>
      <p>
        A token lets a program of yours use the HTTP API in your name, within what you allow it. Whoever has
        it can do the same, so keep it as you would a password.
      </p>
      <CreateTokenForm />
      <section aria-labelledby="tokens" className="grid gap-5 border-line border-t pt-8">
        <h2 id="tokens" className="part-title">
          Your tokens
        </h2>
        {tokens.length === 0 && <p className="text-soft">None yet.</p>}
        <ul className="grid gap-5">
          {tokens.map(({ id, name, scopes, createdAt, expiresAt, lastUsedAt }) => (
            <li key={id} className="flex flex-wrap items-start justify-between gap-3">
              <div>
                <p className="break-words font-semibold">{name}</p>
                <p className="text-[0.9375rem] text-soft">
                  {scopes.join(', ')}. Made {dayOf(createdAt)},{' '}
                  {lastUsedAt ? `last used ${dayOf(lastUsedAt)}` : 'not used yet'},{' '}
                  {expiresAt ? `works until ${dayOf(expiresAt)}` : 'works until you revoke it'}.
                </p>
              </div>
              <RevokeTokenForm id={id} name={name} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
