import type { Header } from '@/lib/engine/propagation/header'

interface Props {
  headers: readonly Header[]
  /** Said where there are none. */
  none: string
}

/** Headers as they are on the wire, one a line. */
export function HeaderLines({ headers, none }: Props) {
  if (headers.length === 0) return <p className="m-0 text-[14px] leading-5 text-soft">{none}</p>
  return (
    <ul className="m-0 list-none p-0 font-mono text-[13px] leading-5">
      {headers.map(([name, value]) => (
        <li key={`${name} ${value}`} className="simulator-new m-0 rounded-[3px] p-0 break-all">
          <span className="text-soft">{name}: </span>
          {name === 'traceparent' ? (
            <TraceparentValue value={value} />
          ) : (
            <Baggage name={name} value={value} />
          )}
        </li>
      ))}
    </ul>
  )
}

function Baggage({ name, value }: { name: string; value: string }) {
  return <span className={name === 'baggage' ? 'text-context' : 'text-ink'}>{value}</span>
}

/** The trace id in the colour of traces, the parent id underlined. What does not have four fields stays plain. */
function TraceparentValue({ value }: { value: string }) {
  const [version, traceId, parentId, flags, ...more] = value.split('-')
  if (traceId === undefined || parentId === undefined || flags === undefined || more.length > 0) {
    return <span className="text-ink">{value}</span>
  }
  return (
    <span className="text-ink">
      {version}-<span className="font-semibold text-trace">{traceId}</span>-
      <span className="underline decoration-line-strong underline-offset-3">{parentId}</span>-{flags}
    </span>
  )
}
