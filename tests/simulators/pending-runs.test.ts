import { describe, expect, test } from 'vitest'
import { placeOf } from '@/lib/simulators/place'
import { createSimulatorStore } from '@/lib/simulators/store'
import { counter } from './counter'
import { deferRuns } from './deferred'

/** A store at that moment whose runs come when the test says so. */
function open(elapsedMs = 300) {
  const { make, wishes } = deferRuns()
  const first = counter.start(counter.presets[0].params)
  first.advance(elapsedMs)
  const store = createSimulatorStore(counter, placeOf(counter, { elapsedMs }), { make, first })
  return { store, wishes, state: store.api.getState }
}

describe('while a run is being prepared', () => {
  test('the control shows its new value and the picture stays', () => {
    const { store, wishes, state } = open()
    store.set('doubled', true)
    expect(state()).toMatchObject({ view: 301, pending: 0, params: { doubled: true } })
    wishes[0]!.listener.progress(0.4)
    expect(state().pending).toBe(0.4)
    wishes[0]!.fulfil()
    expect(state()).toMatchObject({ view: 601, pending: null })
  })

  test('time stands still, and a step taken meanwhile is there as soon as the run is', () => {
    const { store, wishes, state } = open()
    store.set('doubled', true)
    store.play()
    store.advance(50)
    expect(state()).toMatchObject({ elapsedMs: 300, view: 301 })
    store.step()
    expect(state()).toMatchObject({ elapsedMs: 400, view: 301 })
    wishes[0]!.fulfil()
    expect(state()).toMatchObject({ elapsedMs: 400, view: 801, pending: null })
  })

  test('a newer wish counts, and the picture of an older one may pass by', () => {
    const { store, wishes, state } = open()
    store.set('doubled', true)
    store.set('seed', 5)
    wishes[0]!.fulfil()
    expect(state()).toMatchObject({ view: 601, pending: 0, params: { seed: 5 } })
    wishes[1]!.fulfil()
    expect(state()).toMatchObject({ view: 605, pending: null })
  })

  test('an older run that comes after the newer changes nothing', () => {
    const { store, wishes, state } = open()
    store.set('doubled', true)
    store.set('seed', 5)
    wishes[1]!.fulfil()
    wishes[0]!.fulfil()
    wishes[0]!.listener.progress(0.9)
    wishes[0]!.listener.failed()
    expect(state()).toMatchObject({ view: 605, pending: null, failed: false })
  })

  test('giving it up brings back what the picture is of', () => {
    const { store, wishes, state } = open()
    const before = state()
    store.set('doubled', true)
    store.cancel()
    expect(wishes[0]!.isGivenUp()).toBe(true)
    expect(state()).toEqual(before)
    wishes[0]!.fulfil()
    expect(state()).toEqual(before)
    store.advance(100)
    expect(state()).toMatchObject({ elapsedMs: 400, view: 401 })
  })

  test('giving it up after another passed by keeps that one, and goes on from it', () => {
    const { store, wishes, state } = open()
    store.set('doubled', true)
    store.set('seed', 5)
    wishes[0]!.fulfil()
    store.cancel()
    expect(state()).toMatchObject({ view: 601, pending: null, params: { doubled: true, seed: 1 } })
    store.advance(100)
    expect(state().view).toBe(801)
  })

  test('another preset gives up the run of the one before', () => {
    const { store, wishes, state } = open()
    store.set('seed', 5)
    store.choosePreset('twice')
    expect(wishes[0]!.isGivenUp()).toBe(true)
    wishes[0]!.fulfil()
    expect(state()).toMatchObject({ preset: 'twice', elapsedMs: 0, view: 301, pending: 0 })
    wishes[1]!.fulfil()
    expect(state()).toMatchObject({ view: 1, pending: null, revealed: false })
  })

  test('a run that could not be had says so, keeps the picture, and can be asked for again', () => {
    const { store, wishes, state } = open()
    store.set('doubled', true)
    wishes[0]!.listener.failed()
    expect(state()).toMatchObject({ view: 301, pending: null, failed: true })
    store.advance(100)
    expect(state().elapsedMs).toBe(300)
    store.retry()
    expect(state()).toMatchObject({ pending: 0, failed: false })
    wishes[1]!.fulfil()
    expect(state()).toMatchObject({ view: 601, failed: false })
  })
})
