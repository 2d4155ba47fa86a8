/** Prisma's own configuration: only `prisma generate` reads it; connections are made by app/storage. */
import { defineConfig } from 'prisma/config'

export default defineConfig({ schema: 'prisma/schema.prisma' })
