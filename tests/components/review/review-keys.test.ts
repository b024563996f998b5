import type { KeyboardEvent } from 'react'
import { beforeAll, describe, expect, test } from 'vitest'
import { offerChecked, offerGrades } from '@/components/review/grade-buttons'
import { readKey } from '@/components/review/review-keys'

// All of a document that reading a key needs: what it was pressed in.
class FakeElement {
  constructor(private readonly tag: string) {}
  matches(selector: string) {
    return selector.split(/, |\[/).includes(this.tag)
  }
  closest(selector: string) {
    return selector.split(', ').includes(this.tag) ? this : null
  }
}
beforeAll(() => {
  Object.assign(globalThis, { Element: FakeElement })
})

function press(key: string, more: object = {}): KeyboardEvent {
  return { key, target: new FakeElement('div'), ...more } as unknown as KeyboardEvent
}

const four = offerGrades(false, null)
const asked = { isRevealed: false, choices: 0, offered: four, preselected: null }
const answered = { ...asked, isRevealed: true }

describe('the keys of a review', () => {
  test.each([' ', 'Enter'])('%o shows the answer', (key) => {
    expect(readKey(press(key), asked)).toEqual({ does: 'show' })
    expect(readKey(press(key), answered)).toBeNull()
  })

  test('1 to 4 grade once the answer is shown, and not before', () => {
    for (const grade of [1, 2, 3, 4]) {
      expect(readKey(press(`${grade}`), answered)).toEqual({ does: 'grade', grade })
      expect(readKey(press(`${grade}`), asked)).toBeNull()
    }
    expect(readKey(press('5'), answered)).toBeNull()
  })

  test('with two buttons, 1 is Forgot and 2 is Got it', () => {
    const two = { ...answered, offered: offerGrades(true, null) }
    expect(readKey(press('1'), two)).toEqual({ does: 'grade', grade: 1 })
    expect(readKey(press('2'), two)).toEqual({ does: 'grade', grade: 3 })
    expect(readKey(press('3'), two)).toBeNull()
  })

  test('letters take the options of a choice card, as many as there are', () => {
    const choice = { ...asked, choices: 3 }
    expect(readKey(press('C'), choice)).toEqual({ does: 'pick', choice: 2 })
    expect(readKey(press('d'), choice)).toBeNull()
    expect(readKey(press('a'), asked)).toBeNull()
  })

  test('after a wrong option Enter grades Forgot, and after a right one Forgot is not offered', () => {
    expect(readKey(press('Enter'), { ...answered, preselected: 1 })).toEqual({ does: 'grade', grade: 1 })
    expect(readKey(press('1'), { ...answered, offered: offerGrades(false, true) })).toBeNull()
  })

  test('a key held down, or pressed with a modifier, is not ours', () => {
    expect(readKey(press('3', { repeat: true }), answered)).toBeNull()
    expect(readKey(press('3', { ctrlKey: true }), answered)).toBeNull()
    expect(readKey(press('u', { metaKey: true }), answered)).toBeNull()
  })

  test('space and Enter on a button belong to the button; grades and undo work there too', () => {
    const onButton = { target: new FakeElement('button') }
    expect(readKey(press(' ', onButton), asked)).toBeNull()
    expect(readKey(press('3', onButton), answered)).toEqual({ does: 'grade', grade: 3 })
    expect(readKey(press('u', onButton), answered)).toEqual({ does: 'undo' })
  })

  test('- buries, @ suspends and m opens what else there is, before and after the answer', () => {
    for (const screen of [asked, answered]) {
      expect(readKey(press('-'), screen)).toEqual({ does: 'bury' })
      expect(readKey(press('@'), screen)).toEqual({ does: 'suspend' })
      expect(readKey(press('m'), screen)).toEqual({ does: 'tools' })
    }
  })

  test.each(['u', '3', 'a', ' ', 'Enter'])('%o typed into a field is no command', (key) => {
    const inField = { target: new FakeElement('textarea') }
    expect(readKey(press(key, inField), asked)).toBeNull()
    expect(readKey(press(key, inField), answered)).toBeNull()
  })
})

describe('the grades of a card that a machine has checked', () => {
  const given = (twoButtons: boolean, isRight: boolean) =>
    offerChecked(twoButtons, isRight).map(({ grade }) => grade)

  test('a right answer may be Hard, Good or Easy, or Got it', () => {
    expect(given(false, true)).toEqual([2, 3, 4])
    expect(given(true, true)).toEqual([3])
  })

  test('a wrong one is Forgot', () => {
    expect(given(false, false)).toEqual([1])
    expect(given(true, false)).toEqual([1])
  })
})
