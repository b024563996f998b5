/** The columns of a row: its name, its bar, its duration. On a phone the bar stands under the other two. */
export const rowColumns =
  'grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 @3xl:grid-cols-[minmax(0,15rem)_minmax(0,1fr)_3.5rem]'
