import { describe, expect, test } from 'vitest'
import { placeOf } from '@/lib/simulators/place'
import { openStore } from '@/lib/simulators/store'
import { counter } from './counter'

const open = (elapsedMs = 0) => openStore(counter, placeOf(counter, { elapsedMs }))

describe('a simulator’s store', () => {
  test('begins at the first preset, with nothing run and the question not yet answered', () => {
    expect(open().api.getState()).toMatchObject({
      ...{
        preset: 'plain',
        elapsedMs: 0,
        view: 1,
        playing: false,
        revealed: false,
        over: false,
        guess: null,
      },
    })
  })

  test('opens a shared run revealed, where it was', () => {
    expect(open(300).api.getState()).toMatchObject({ elapsedMs: 300, view: 301, revealed: true })
  })

  test('advances to the end and no further, and stops playing there', () => {
    const store = open()
    store.play()
    store.advance(400)
    expect(store.api.getState()).toMatchObject({ elapsedMs: 400, playing: true, over: false })
    store.advance(5000)
    expect(store.api.getState()).toMatchObject({ elapsedMs: 1000, view: 1001, playing: false, over: true })
    store.advance(100)
    expect(store.api.getState().view).toBe(1001)
  })

  test('plays again from the beginning once it is over', () => {
    const store = open(1000)
    store.play()
    expect(store.api.getState()).toMatchObject({ elapsedMs: 0, view: 1, playing: true, over: false })
  })

  test('steps to the end of the step it is in', () => {
    const store = open(130)
    store.step()
    expect(store.api.getState().elapsedMs).toBe(200)
    store.step()
    expect(store.api.getState().elapsedMs).toBe(300)
  })

  test('goes back by running anew', () => {
    const store = open(800)
    store.seek(200)
    expect(store.api.getState()).toMatchObject({ elapsedMs: 200, view: 201, over: false })
    store.reset()
    expect(store.api.getState()).toMatchObject({ elapsedMs: 0, view: 1 })
  })

  test('a changed parameter shows at once what it would have been', () => {
    const store = open(300)
    store.set('doubled', true)
    expect(store.api.getState()).toMatchObject({ elapsedMs: 300, view: 601 })
    expect(store.api.getState().params).toMatchObject({ doubled: true, rate: 0.1 })
  })

  test('a parameter outside its bounds changes nothing', () => {
    const store = open(300)
    const before = store.api.getState()
    store.set('rate', 2)
    store.set('seed', Number.NaN)
    expect(store.api.getState()).toBe(before)
  })

  test('a prediction is dropped when what it was made for is changed', () => {
    const store = open()
    store.reveal(0)
    expect(store.api.getState()).toMatchObject({ guess: 0, revealed: true })
    store.set('name', 'b')
    expect(store.api.getState()).toMatchObject({ guess: null, revealed: true })
  })

  test('another preset asks its question first', () => {
    const store = open(300)
    store.choosePreset('twice')
    expect(store.api.getState()).toMatchObject({ preset: 'twice', elapsedMs: 0, revealed: false })
    expect(store.api.getState().params.doubled).toBe(true)
  })
})
