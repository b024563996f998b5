import { FigureFrame } from './figure-frame'
import { Label } from './label'
import { NodeBox } from './node-box'
import { ErrorMark } from './signal-mark'
import { type Point, Wire } from './wire'
import { WordsTable } from './words-table'

const places = [
  {
    name: 'At the source',
    where: 'code and SDK',
    mistakes: ['two copies, one identity', 'a name that moved', 'a full table of attribute sets'],
    stored: 'stored hours stay wrong',
  },
  {
    name: 'On the road',
    where: 'queues, samplers, Collector',
    mistakes: [
      'a sampler that knew too little',
      'a filter the wrong way round',
      'a message without context',
      'a trace dropped after its exemplar',
      'an end without a flush',
    ],
    stored: 'stored hours stay incomplete',
  },
  {
    name: 'In the reading',
    where: 'query and panel',
    mistakes: ['a counter drawn as its value', 'a mean of two humps', 'attempts read as orders'],
    stored: 'ask the same data again',
  },
] as const

type Place = (typeof places)[number]

function Column({ place, x, y, width }: { place: Place; x: number; y: number; width: number }) {
  return (
    <>
      <NodeBox x={x} y={y} width={width} height={50} lines={[place.name, place.where]} size={13} />
      {place.mistakes.map((mistake, index) => (
        <g key={mistake}>
          <ErrorMark x={x + 8} y={y + 74 + index * 24} />
          <Label x={x + 20} y={y + 78 + index * 24} text={mistake} size={12} />
        </g>
      ))}
    </>
  )
}

function Wide() {
  return (
    <>
      {places.map((place, index) => {
        const x = 4 + index * 248
        const wire: [Point, Point] = [
          [x + 216, 31],
          [x + 248, 31],
        ]
        return (
          <g key={place.name}>
            <Column place={place} x={x} y={6} width={216} />
            {index < 2 && <Wire points={wire} flows />}
            <line x1={x} x2={x + 216} y1={206} y2={206} className="stroke-line" />
            <Label x={x} y={226} text={place.stored} size={12} tone="soft" />
          </g>
        )
      })}
    </>
  )
}

function Narrow() {
  let y = 6
  return (
    <>
      {places.map((place, index) => {
        const top = y
        const bottom = top + 62 + place.mistakes.length * 24
        y = bottom + 40
        const wire: [Point, Point] = [
          [340, top + 50],
          [340, y],
        ]
        return (
          <g key={place.name}>
            <Column place={place} x={4} y={top} width={354} />
            <Label x={24} y={bottom + 14} text={place.stored} size={12} tone="soft" />
            {index < 2 && <Wire points={wire} flows />}
          </g>
        )
      })}
    </>
  )
}

/** Where a number goes wrong on its way from the code to the screen. */
export function MistakePlaces() {
  return (
    <FigureFrame
      id="figure-mistake-places"
      title="Three places where a number goes wrong"
      description="Telemetry goes from the source by the road to the reading. Below each of the three stand, with a cross, the mistakes of this lesson that are made there, and what becomes of the hours that are stored."
      caption="Data goes from left to right, or downwards. You search the other way, from the screen to the code."
      wide={{ width: 720, height: 236, drawing: <Wide /> }}
      narrow={{ width: 362, height: 556, drawing: <Narrow /> }}
      moving
      words={
        <WordsTable
          label="Places of mistakes"
          head={['Place', 'What it is', 'Mistakes', 'What is stored']}
          rows={places.map(({ name, where, mistakes, stored }) => [name, where, mistakes.join('; '), stored])}
        />
      }
    />
  )
}
