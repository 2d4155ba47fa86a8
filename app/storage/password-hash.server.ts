/** Password hashes: argon2id with OWASP's parameters, as a PHC string. */
import { argon2, type BinaryLike, randomBytes, timingSafeEqual } from 'node:crypto'

const MEMORY_KIB = 19_456
const PASSES = 2
const PARALLELISM = 1
const TAG_BYTES = 32

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash` for a password (RFC 9106; base64 without padding). */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, MEMORY_KIB, PASSES, PARALLELISM)
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${PARALLELISM}$${base64(salt)}$${base64(tag)}`
}

/** Whether a password belongs to a hash. A missing hash costs the same time, so that nobody learns which e-mail exists. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = stored ? /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored) : null
  if (!parts) {
    await derive(password, randomBytes(16), MEMORY_KIB, PASSES, PARALLELISM)
    return false
  }
  const expected = Buffer.from(parts[5]!, 'base64')
  const tag = await derive(
    password,
    Buffer.from(parts[4]!, 'base64'),
    Number(parts[1]),
    Number(parts[2]),
    Number(parts[3]),
  )
  return tag.length === expected.length && timingSafeEqual(tag, expected)
}

function derive(
  message: BinaryLike,
  nonce: Buffer,
  memory: number,
  passes: number,
  parallelism: number,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce, parallelism, tagLength: TAG_BYTES, memory, passes }, (error, tag) =>
      error ? reject(error) : resolve(tag),
    )
  })
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}
