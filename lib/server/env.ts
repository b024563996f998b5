import 'server-only'
import { z } from 'zod'

/** Good enough on a developer's own machine, and refused anywhere else. */
const DEVELOPMENT_SECRET = 'spanwise-development-secret-that-production-refuses'

const optionalText = z
  .string()
  .optional()
  .transform((text) => text?.trim() || undefined)

const schema = z
  .object({
    NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Connections to the database that this process may hold at once. */
    DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(10),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    /** The public address of this server. Links in e-mails and providers' returns use it, never a request's Host. */
    NEXTAUTH_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
    NEXTAUTH_SECRET: optionalText,
    GITHUB_ID: optionalText,
    GITHUB_SECRET: optionalText,
    GOOGLE_ID: optionalText,
    GOOGLE_SECRET: optionalText,
    /** smtp://user:password@host:port */
    EMAIL_SERVER: optionalText.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
    EMAIL_FROM: optionalText,
    /** How many proxies of ours append to X-Forwarded-For; 0: none, and the header is not believed. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  })
  .superRefine((values, context) => {
    const issue = (name: keyof typeof values, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message })
    if (values.NODE_ENV === 'production' && !isStrong(values.NEXTAUTH_SECRET))
      issue('NEXTAUTH_SECRET', 'production needs a secret of 32 characters or more of its own')
    if (!values.GITHUB_ID !== !values.GITHUB_SECRET)
      issue('GITHUB_SECRET', 'set both GITHUB_ID and GITHUB_SECRET')
    if (!values.GOOGLE_ID !== !values.GOOGLE_SECRET)
      issue('GOOGLE_SECRET', 'set both GOOGLE_ID and GOOGLE_SECRET')
    if (!values.EMAIL_SERVER !== !values.EMAIL_FROM)
      issue('EMAIL_FROM', 'set both EMAIL_SERVER and EMAIL_FROM')
  })
  .transform((values) => ({
    ...values,
    NEXTAUTH_URL: new URL(values.NEXTAUTH_URL ?? `http://localhost:${values.PORT}`).origin,
    NEXTAUTH_SECRET: values.NEXTAUTH_SECRET ?? DEVELOPMENT_SECRET,
  }))

/** `next build` loads this module to look at the routes: it serves nobody, and no settings are asked of it. */
const building = process.env.NEXT_PHASE === 'phase-production-build'

/** The process's settings, checked once at the first import. Throws a sentence that names each variable at fault. */
export const env = parseEnvironment(building ? { DATABASE_URL: 'postgresql://build.invalid' } : process.env)

export type Environment = z.output<typeof schema>

/** The settings that these variables make. Throws one sentence that names each variable at fault. */
export function parseEnvironment(source: Record<string, string | undefined>): Environment {
  const parsed = schema.safeParse(source)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable. ${faults.join('; ')}`)
}

function isStrong(secret: string | undefined): boolean {
  return secret !== undefined && secret.length >= 32 && secret !== DEVELOPMENT_SECRET
}
