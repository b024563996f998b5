/**
 * The SQL that leads from one Prisma schema to another. Prisma's own `migrate` wants a native engine
 * that an install may not be able to download; the same engine's WebAssembly build can diff two
 * schemas, which is all that authoring a migration needs. It wants a database to ask for its version;
 * any will do.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'

const require = createRequire(import.meta.url)

/** Returns an executable script, or an empty string where nothing differs. `from` null: from nothing. */
export async function diffSchemas(from: string | null, to: string, databaseUrl: string): Promise<string> {
  const engine = await loadEngine(to, databaseUrl)
  const target = (text: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content: text }],
    configDir: '.',
  })
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    const script = (stdout ?? '').trim()
    return script === '-- This is an empty migration.' ? '' : script
  } finally {
    engine.free()
  }
}

async function loadEngine(schema: string, databaseUrl: string) {
  const engine = await loadModule()
  // The engine connects to learn the dialect and version; it changes nothing.
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }))
  return engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter)
}

let loaded: ReturnType<typeof instantiate> | undefined

/** Once a process: the module's glue knows one memory, and a second instance would read the first one's. */
function loadModule() {
  loaded ??= instantiate()
  return loaded
}

async function instantiate() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm')
  const module = new WebAssembly.Module(await readFile(file))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': engine })
  engine.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return engine
}
