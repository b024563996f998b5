import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, expect, inject, test } from 'vitest'
import { applyMigrations, MigrationError, pendingMigrations } from '@/prisma/apply'
import { diffSchemas } from '@/prisma/author'
import { lastSchema } from '@/prisma/snapshot'

const migrations = path.join(import.meta.dirname, '../../prisma/migrations')
const server = inject('databaseServer')
const made: string[] = []
let folder: string
let url: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'spanwise-migrations-'))
  await cp(migrations, folder, { recursive: true })
  const name = `spanwise_applying_${process.pid}_${made.length}`
  await query(server, `CREATE DATABASE ${name}`)
  const address = new URL(server)
  address.pathname = name
  url = address.href
  made.push(name)
  return () => rm(folder, { recursive: true })
})

afterAll(async () => {
  for (const name of made) await query(server, `DROP DATABASE ${name} WITH (FORCE)`)
})

async function query(at: string, statement: string) {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

async function addMigration(name: string, sql: string) {
  await mkdir(path.join(folder, name))
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

test('the migrations lead to the very schema that the code was written for', async () => {
  const schema = await readFile(path.join(migrations, '../schema.prisma'), 'utf8')
  expect(await diffSchemas(await lastSchema(migrations), schema, server)).toBe('')
})

test('a field that no migration adds is found', async () => {
  const schema = await readFile(path.join(migrations, '../schema.prisma'), 'utf8')
  const changed = schema.replace('model User {', 'model User {\n  nickname String?')
  expect(await diffSchemas(schema, changed, server)).toContain('ADD COLUMN     "nickname" TEXT')
})

test('three instances that start at once apply each migration once', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url, folder)))
  const [{ count } = { count: 0 }] = await query(url, 'SELECT count(*)::int FROM _prisma_migrations')
  expect(applied.flat()).toHaveLength(count)
  expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  expect(await pendingMigrations(url, folder)).toEqual([])
})

test('a migration that fails half way leaves nothing of itself, and is tried again once corrected', async () => {
  const name = '29991231000000_bad'
  await addMigration(name, 'CREATE TABLE half (n int); SELECT 1/0;')
  await expect(applyMigrations(url, folder)).rejects.toThrow(/29991231000000_bad failed: division by zero/)
  expect(await query(url, "SELECT to_regclass('half') AS found, to_regclass('users')::text AS kept")).toEqual(
    [{ found: null, kept: 'users' }],
  )
  expect(await pendingMigrations(url, folder)).toEqual([name])
  await writeFile(path.join(folder, name, 'migration.sql'), 'CREATE TABLE half (n int);')
  expect(await applyMigrations(url, folder)).toEqual([name])
})

test('a migration that was changed after it was applied is refused', async () => {
  await addMigration('29991231000000_more', 'CREATE TABLE more (n int);')
  await applyMigrations(url, folder)
  await writeFile(path.join(folder, '29991231000000_more/migration.sql'), 'CREATE TABLE more (n bigint);')
  const refused = applyMigrations(url, folder)
  await expect(refused).rejects.toThrow(MigrationError)
  await expect(refused).rejects.toThrow(/29991231000000_more was changed after it was applied/)
})
