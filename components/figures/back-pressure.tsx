import { FigureFrame } from '@/components/figures/figure-frame'
import { Label } from '@/components/figures/label'
import { NodeBox } from '@/components/figures/node-box'
import { ErrorMark } from '@/components/figures/signal-mark'
import { Wire } from '@/components/figures/wire'

interface Columns {
  sdk: readonly [x: number, width: number]
  receiver: readonly [x: number, width: number]
  batch: readonly [x: number, width: number]
  queue: readonly [x: number, width: number]
  backend: readonly [x: number, width: number]
}

const slots = 8

/** The queue's places; filled ones hold a batch. */
function Queue({ x, y, width, filled }: { x: number; y: number; width: number; filled: number }) {
  const step = (width - 6) / slots
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={40}
        rx={6}
        strokeWidth={1.5}
        className="fill-raised stroke-soft"
      />
      <Label x={x + width / 2} y={y + 15} text="queue" size={12} anchor="middle" />
      {Array.from({ length: slots }, (_, slot) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the queue is its number
          key={slot}
          x={x + 4 + slot * step}
          y={y + 22}
          width={step - 2}
          height={12}
          rx={1}
          strokeWidth={1}
          className={slot >= slots - filled ? 'fill-trace stroke-trace' : 'fill-none stroke-line-strong'}
        />
      ))}
    </g>
  )
}

interface RowProps {
  y: number
  columns: Columns
  title: string
  filled: number
  hasBatch: boolean
  answer: 'received' | 'try again'
}

function Row({ y, columns, title, filled, hasBatch, answer }: RowProps) {
  const { sdk, receiver, batch, queue, backend } = columns
  const end = (box: readonly [number, number]): number => box[0] + box[1]
  const top = y + 34
  const [forward, back] = [top + 13, top + 54]
  const answered = hasBatch ? batch : queue
  const tone = answer === 'received' ? 'ink' : 'error'
  const dropped = hasBatch && filled === slots
  return (
    <g>
      <Label x={4} y={y + 16} text={title} strong />
      <rect
        x={receiver[0] - 7}
        y={top - 7}
        width={end(queue) - receiver[0] + 14}
        height={54}
        rx={8}
        className="fill-sunken stroke-line"
      />
      <NodeBox x={sdk[0]} y={top} width={sdk[1]} height={40} lines={['sender']} size={12} />
      <NodeBox x={receiver[0]} y={top} width={receiver[1]} height={40} lines={['receiver']} size={12} />
      {hasBatch && (
        <NodeBox x={batch[0]} y={top} width={batch[1]} height={40} lines={['batch']} size={12} mono />
      )}
      <Queue x={queue[0]} y={top} width={queue[1]} filled={filled} />
      <NodeBox x={backend[0]} y={top} width={backend[1]} height={40} lines={['backend']} size={12} dashed />
      <Wire
        tone="trace"
        flows
        points={[
          [end(sdk), forward],
          [receiver[0], forward],
        ]}
      />
      <Wire
        tone="trace"
        points={[
          [end(receiver), forward],
          [hasBatch ? batch[0] : queue[0], forward],
        ]}
      />
      {hasBatch && (
        <Wire
          tone="trace"
          points={[
            [end(batch), forward],
            [queue[0], forward],
          ]}
        />
      )}
      {dropped && <ErrorMark x={(end(batch) + queue[0]) / 2} y={forward + 16} />}
      <Wire
        dashed
        points={[
          [end(queue), forward],
          [backend[0], forward],
        ]}
      />
      <ErrorMark x={(end(queue) + backend[0]) / 2 + 3} y={forward + 16} />
      <Wire
        tone={tone}
        points={[
          [answered[0] + answered[1] / 2, top + 40],
          [answered[0] + answered[1] / 2, back + 6],
          [sdk[0] + sdk[1] / 2, back + 6],
          [sdk[0] + sdk[1] / 2, top + 40],
        ]}
      />
      <Label
        x={(sdk[0] + sdk[1] / 2 + answered[0] + answered[1] / 2) / 2}
        y={back + 22}
        text={`answer: ${answer}`}
        size={12}
        anchor="middle"
        tone={tone}
      />
      {dropped && (
        <Label
          x={end(queue) + 6}
          y={back + 22}
          text="the batch is dropped"
          size={12}
          anchor="end"
          tone="error"
        />
      )}
    </g>
  )
}

const wide: Columns = {
  sdk: [4, 96],
  receiver: [152, 110],
  batch: [310, 86],
  queue: [444, 120],
  backend: [618, 98],
}
const narrow: Columns = {
  sdk: [2, 50],
  receiver: [76, 60],
  batch: [152, 50],
  queue: [220, 66],
  backend: [308, 54],
}

function Rows({ columns }: { columns: Columns }) {
  return (
    <>
      <Row y={0} columns={columns} title="There is room" filled={3} hasBatch={false} answer="received" />
      <Row
        y={128}
        columns={columns}
        title="The queue is full"
        filled={8}
        hasBatch={false}
        answer="try again"
      />
      <Row
        y={256}
        columns={columns}
        title="Full, behind a batch processor"
        filled={8}
        hasBatch
        answer="received"
      />
    </>
  )
}

export function BackPressure() {
  return (
    <FigureFrame
      id="figure-back-pressure"
      title="What the sender hears while the backend is down"
      description="Three times the same chain of sender, receiver, sending queue and backend, and the backend does not answer. With room in the queue the sender hears 'received'. With a full queue it hears 'try again'. With a batch processor before the full queue it hears 'received', and the batch is dropped."
      caption="The frame is one Collector. While there is room, the queue says “received”. When it is full, “try again” travels back to the sender, unless a batch processor has already said “received” for it."
      wide={{ width: 720, height: 384, drawing: <Rows columns={wide} /> }}
      narrow={{ width: 364, height: 384, drawing: <Rows columns={narrow} /> }}
      moving
      words={
        <ul className="list-disc pl-5">
          <li>The queue has room: the batch waits in it, and the sender hears “received”.</li>
          <li>
            The queue is full: the exporter refuses, the error goes back through the receiver, and the sender
            hears “try again”. It keeps the data.
          </li>
          <li>
            The queue is full and a batch processor stands before it: the sender heard “received” long ago.
            The refused batch has nobody left to go back to and is dropped.
          </li>
        </ul>
      }
    />
  )
}
