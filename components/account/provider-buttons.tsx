'use client'

import { signInWithProvider } from '@/lib/actions/sign-in-with-provider'
import { Button } from './button'
import { FormMessage } from './form-message'
import { HiddenContext } from './hidden-context'
import { useAccountForm } from './use-account-form'

const names = { github: 'GitHub', google: 'Google' } as const

/** One button for each provider that this server is set up for. */
export function ProviderButtons({ providers, from }: { providers: (keyof typeof names)[]; from: string }) {
  const { failure, formProps, isPending } = useAccountForm(signInWithProvider)
  if (providers.length === 0) return null
  return (
    <form {...formProps} className="grid gap-3">
      <HiddenContext from={from} />
      {failure?.message && <FormMessage tone="fault">{failure.message}</FormMessage>}
      {providers.map((provider) => (
        <Button key={provider} look="quiet" name="provider" value={provider} disabled={isPending}>
          Continue with {names[provider]}
        </Button>
      ))}
      <p className="flex items-center gap-3 text-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
    </form>
  )
}
