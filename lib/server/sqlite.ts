import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import initSqlJs, { type SqlJsStatic } from 'sql.js'

/**
 * SQLite in WebAssembly, fresh: what a malformed file does to it ends with it. The package finds its own
 * .wasm by a path that a bundler takes away, so we read it (next.config.ts keeps it beside the server).
 */
export function openSqlite(): Promise<SqlJsStatic> {
  const file = path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/sql.js/dist/sql-wasm.wasm')
  const bytes = readFileSync(file)
  return initSqlJs({
    wasmBinary: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  })
}
