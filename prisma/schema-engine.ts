/** Loads Prisma's schema engine from WebAssembly, so that migrations need no downloaded binary. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')
export type SchemaEngine = import('@prisma/schema-engine-wasm/schema_engine_bg').SchemaEngine
export type Provider = 'sqlite' | 'postgresql'

/**
 * A schema engine bound to one database through its driver adapter. `schema` is the text of a schema file.
 * Throws when the WebAssembly cannot be loaded: without it no database can be set up.
 */
export async function loadSchemaEngine(
  schema: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
): Promise<SchemaEngine> {
  const engine = await loadModule()
  const datamodels: [string, string][] = [['schema.prisma', schema]]
  return engine.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
}

let loading: Promise<EngineModule> | undefined

/** The package's own entry needs a bundler's wasm import; Node instantiates it by hand instead. */
function loadModule(): Promise<EngineModule> {
  loading ??= (async () => {
    const engine = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as EngineModule & {
      __wbg_set_wasm(exports: WebAssembly.Exports): void
    }
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    const bytes = await readFile(entry.replace(/\.js$/, '.wasm'))
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
    })
    engine.__wbg_set_wasm(instance.exports)
    ;(instance.exports.__wbindgen_start as () => void)()
    return engine
  })()
  return loading
}
