import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LazySimulator } from '@/components/simulators/lazy-simulator'
import { type SimulatorName, simulators } from '@/components/simulators/simulator-names'

type Props = { params: Promise<{ name: string }> }

async function findName(params: Props['params']): Promise<SimulatorName> {
  const { name } = await params
  if (!Object.hasOwn(simulators, name)) notFound()
  return name as SimulatorName
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = await findName(params)
  const { title, summary } = simulators[name]
  return { title, description: summary, alternates: { canonical: `/play/${name}` } }
}

export default async function SimulatorPage({ params }: Props) {
  const name = await findName(params)
  const { title, summary, height } = simulators[name]
  return (
    <div className="page max-w-[1008px] pt-10 pb-24">
      <h1 className="text-[2rem] leading-[1.15] font-[650] tracking-[-0.015em]">{title}</h1>
      <p className="mt-3 mb-8 max-w-[40rem] text-soft">{summary}</p>
      <LazySimulator name={name} title={title} height={height} inUrl />
    </div>
  )
}
