/**
 * The cells of the rows of a lesson's table, found by its first header.
 *
 * @param markup what is taken out of a cell: the sign of bold text or of code.
 */
export function readTable(lesson: string, header: string, markup: '*' | '`' | null = null): string[][] {
  const lines = lesson.split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${header} |`))
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'))
  return lines.slice(start + 2, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => (markup === null ? cell : cell.replaceAll(markup, '')).trim()),
  )
}
