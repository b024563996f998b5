import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { Practise } from '@/components/review/practise'
import { findCardFace } from '@/lib/server/content'
import { requireUser } from '@/lib/server/session'
import { getSettings } from '@/lib/server/settings'
import { listVariants } from '@/lib/server/variants'

type Props = { params: Promise<{ card: string }>; searchParams: Promise<Record<string, unknown>> }

export const metadata: Metadata = { title: 'Practise', robots: { index: false } }

/** The problems of earlier reviews that are worth listing. */
const LISTED = 20
const seedInput = z.coerce.number().int().min(0)

export default async function PractisePage({ params, searchParams }: Props) {
  const user = await requireUser()
  const face = findCardFace((await params).card)
  if (!face?.generated) notFound()
  const [{ zone }, variants, search] = await Promise.all([
    getSettings(user),
    listVariants(user, face.id, LISTED),
    searchParams,
  ])
  const seed = seedInput.safeParse(search.seed).data ?? null
  return <Practise key={seed} face={face} seed={seed} variants={variants} zone={zone} />
}
