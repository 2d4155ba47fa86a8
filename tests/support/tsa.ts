/** A timestamp authority of one's own for tests: `openssl ts` behind a small HTTP server on loopback. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type LocalTsa = {
  address: string
  /** the root that the authority's certificate leads to, PEM, and its file */
  caPem: string
  caFile: string
  /** requests so far, DER */
  asked: Buffer[]
  /** replaces the next answers; null gives honest ones again */
  answerWith: (answer: ((honest: Buffer) => { status: number; body: Buffer } | null) | null) => void
  /** Makes another certificate of the same root, with these extensions. It is valid from now on, not before. */
  certifyAgain: (extensions: string) => void
  /** The same statement signed with that certificate; `bound` false leaves out the attribute that names the certificate. */
  signAgain: (response: Uint8Array, bound?: boolean) => Buffer
  /** `openssl ts -verify`: whether openssl itself accepts the answer for these bytes */
  opensslAccepts: (response: Uint8Array, data: Uint8Array) => boolean
  close: () => Promise<void>
}

/** Whether this machine has openssl; tests of timestamps say aloud when it has not. */
export const HAS_OPENSSL = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' })
    return true
  } catch {
    console.warn('No openssl found: tests of timestamps are skipped.')
    return false
  }
})()

/** Makes a root and an authority's certificate, and starts the server. */
export async function startTsa(): Promise<LocalTsa> {
  const folder = mkdtempSync(join(tmpdir(), 'stet-tsa-'))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  writeFileSync(
    at('ca.cnf'),
    '[req]\ndistinguished_name=dn\nprompt=no\nx509_extensions=ca\n[dn]\nCN=Test Root\n' +
      '[ca]\nbasicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n',
  )
  writeFileSync(
    at('ts.cnf'),
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${at('serial')}\nsigner_cert=${at('tsa.pem')}\ncerts=${at('ca.pem')}\n` +
      `signer_key=${at('tsa.key')}\nsigner_digest=sha256\ndefault_policy=1.3.6.1.4.1.55555.1\ndigests=sha256\n` +
      'ess_cert_id_alg=sha256\n',
  )
  writeFileSync(at('serial'), '01\n')
  openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'ca.key',
    '-out',
    'ca.pem',
    '-days',
    '30',
    '-config',
    'ca.cnf',
  )
  const certify = (name: string, extensions: string) => {
    writeFileSync(at(`${name}.ext`), `basicConstraints=critical,CA:false\n${extensions}\n`)
    openssl(
      ...['req', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-config', 'ca.cnf'],
      ...['-subj', '/CN=Test Authority'],
    )
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-days', '20', '-extfile', `${name}.ext`, '-out', `${name}.pem`],
    )
  }
  certify('tsa', 'extendedKeyUsage=critical,timeStamping')
  const asked: Buffer[] = []
  let change: ((honest: Buffer) => { status: number; body: Buffer } | null) | null = null
  const reply = (query: Buffer): Buffer => {
    const name = `q${asked.length}`
    writeFileSync(at(`${name}.tsq`), query)
    openssl('ts', '-reply', '-config', 'ts.cnf', '-queryfile', `${name}.tsq`, '-out', `${name}.tsr`)
    return readFileSync(at(`${name}.tsr`))
  }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const query = Buffer.concat(chunks)
    asked.push(query)
    const honest = reply(query)
    const answer = change ? change(honest) : { status: 200, body: honest }
    // null keeps the asker waiting.
    if (!answer) return
    response.writeHead(answer.status, { 'content-type': 'application/timestamp-reply' })
    response.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    caPem: readFileSync(at('ca.pem'), 'utf8'),
    caFile: at('ca.pem'),
    asked,
    answerWith: (answer) => {
      change = answer
    },
    certifyAgain: (extensions) => certify('again', extensions),
    signAgain: (response, bound = true) => {
      writeFileSync(at('honest.tsr'), response)
      openssl('ts', '-reply', '-in', 'honest.tsr', '-token_out', '-out', 'token.der')
      openssl(...['cms', '-verify', '-noverify', '-inform', 'DER', '-in', 'token.der', '-out', 'info.der'])
      openssl(
        ...['cms', '-sign', '-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4'],
        ...['-signer', 'again.pem', '-inkey', 'again.key', '-in', 'info.der', '-md', 'sha256'],
        ...['-outform', 'DER', '-out', 'again.der', ...(bound ? ['-cades'] : [])],
      )
      return granted(readFileSync(at('again.der')))
    },
    opensslAccepts: (response, data) => {
      writeFileSync(at('in.tsr'), response)
      writeFileSync(at('in.data'), data)
      try {
        openssl('ts', '-verify', '-data', 'in.data', '-in', 'in.tsr', '-CAfile', 'ca.pem')
        return true
      } catch {
        return false
      }
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A TimeStampResp with status "granted" around a token (RFC 3161, 2.4.2). */
function granted(token: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from('3003020100', 'hex'), token])
  const head = Buffer.from([0x30, 0x82, body.length >> 8, body.length & 0xff])
  return Buffer.concat([head, body])
}
