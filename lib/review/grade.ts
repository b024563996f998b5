/** 1 Again, 2 Hard, 3 Good, 4 Easy: the four grades of FSRS. */
export type Grade = 1 | 2 | 3 | 4
export const grades = [1, 2, 3, 4] as const satisfies Grade[]
