import type { ImportSummary } from '@/lib/review/import-summary'

/** Sends a file to the import, for a preview or to be written; answers its summary, or why it is not taken. */
export async function sendFile(
  file: File,
  mode: 'preview' | 'write',
): Promise<{ summary: ImportSummary } | { fault: string }> {
  try {
    const response = await fetch('/api/import', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ mode, file: await toBase64(file) }),
    })
    const answer = await response.json()
    if (response.ok) return { summary: answer as ImportSummary }
    if (response.status === 401) return { fault: 'You are signed out. Sign in and try again.' }
    if (response.status === 413) return { fault: 'The file is larger than 16 MiB.' }
    return { fault: answer.message ?? answer.fields?.file ?? 'The file could not be read.' }
  } catch {
    return { fault: 'The server cannot be reached. Try again in a moment.' }
  }
}

function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
