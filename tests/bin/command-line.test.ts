/** The command line as a script sees it: JSON on stdout, exit codes, and complaints that say what to do. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { send, startWeb } from '../support/web.ts'

const main = fileURLToPath(new URL('../../bin/main.ts', import.meta.url))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'stet cli '))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function stet(args: string[], input = '', env: Record<string, string> = {}) {
  const environment = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH,
    DATA_DIR: folder(),
    STET_CHROMIUM: '/nowhere',
    ...env,
  }
  const done = spawnSync(process.execPath, [main, ...args], { input, env: environment, encoding: 'utf8' })
  const lines = done.stdout.split('\n').filter(Boolean)
  return {
    code: done.status,
    lines,
    json: () => lines.map((line) => JSON.parse(line)),
    complaint: done.stderr,
  }
}

/** Without blocking this process, for commands that talk to a server of this test. */
function stetBeside(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; stdout: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { NODE_ENV: 'test' as const, PATH: process.env.PATH, STET_CHROMIUM: '/nowhere', ...env },
    })
    let stdout = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.on('exit', (code) => resolve({ code, stdout }))
  })
}

describe('stet', () => {
  it('explains itself, and ends with 2 when a command does not exist', () => {
    expect(stet([]).complaint).toContain('stet capture')
    expect(stet(['frobnicate']).code).toBe(2)
    expect(stet(['read']).code).toBe(2)
  })

  it('names every bad setting at once', () => {
    const { code, complaint } = stet(['worker'], '', { PORT: 'seventy', SEARXNG_URL: 'not an address' })
    expect(code).not.toBe(0)
    expect(complaint).toContain('PORT')
    expect(complaint).toContain('SEARXNG_URL')
  })
})

describe('stet read', () => {
  it('reads figures and gives every line its id back', () => {
    const { code, json } = stet(
      ['read', 'figures'],
      '{"id":"a","text":"日均超过140万亿"}\n{"id":2,"text":"none here"}\n',
    )
    expect(code).toBe(0)
    expect(json()).toMatchObject([
      { id: 'a', figures: [{ text: '140万亿', value: '140000000000000', bound: 'gt', start: 4, end: 9 }] },
      { id: 2, figures: [] },
    ])
  })

  it('finds a quote', () => {
    const line = JSON.stringify({ id: 1, text: 'He said “no” twice.', quote: '"no"' })
    expect(stet(['read', 'quote'], line).json()).toMatchObject([
      { id: 1, verdict: 'normalised', start: 8, end: 12 },
    ])
  })

  it('reads a page in GB18030 from a file', () => {
    const file = fileURLToPath(new URL('../../bin/sample/pages/chinanews.gb18030.html', import.meta.url))
    const [page] = stet(['read', 'page'], JSON.stringify({ id: 1, file })).json()
    expect(page).toMatchObject({
      language: expect.stringMatching(/^zh/),
      charset: expect.stringMatching(/gb/i),
      class: 'article',
    })
    expect(page.published).toContain('2026-03-23')
    expect(page.text).toContain('140万亿')
  })

  it.each([
    [
      'periods',
      { text: '2024年第一季度' },
      { periods: [{ from: '2024-01-01', to: '2024-03-31', precision: 'quarter' }] },
    ],
    [
      'attributions',
      { text: '刘烈宏表示，词元是结算单位。' },
      { attributions: [{ speaker: '刘烈宏', verb: '表示' }] },
    ],
    ['statements', { text: 'It rained. Output rose 3%.' }, { statements: [{ text: 'Output rose 3%.' }] }],
    [
      'copies',
      {
        text: '國家數據局局長劉烈宏表示，日均詞元調用量已超過140萬億。',
        other: '国家数据局局长刘烈宏表示，日均词元调用量已超过140万亿。',
      },
      { same: true },
    ],
  ])('reads %s', (what, line, expected) => {
    expect(stet(['read', what], JSON.stringify({ id: 1, ...line })).json()).toMatchObject([
      { id: 1, ...expected },
    ])
  })

  it('says what is wrong with a line and goes on', () => {
    const { code, json } = stet(['read', 'figures'], 'not json\n{"id":2,"text":"3%"}\n')
    expect(code).toBe(1)
    expect(json()).toMatchObject([
      { id: null, error: expect.any(String) },
      { id: 2, figures: [{ value: '3' }] },
    ])
  })
})

it('stet check names a magnitude slip', () => {
  const line = { id: 1, claim: 'Sales were 912.17 billion yuan.', text: '销售额为912.17亿元。' }
  const [answer] = stet(['check'], JSON.stringify(line)).json()
  expect(answer.figures[0]).toMatchObject({ verdict: 'magnitude_slip', claimed: { value: '912170000000' } })
  expect(answer.figures[0].slip).toMatch(/ten times/i)
})

it('stet check follows a calculation through bounds', () => {
  const figures = { now: { value: '140000000000000', bound: 'gt' }, before: { value: '100000000000' } }
  const line = (value: string) =>
    JSON.stringify({ id: 1, expression: 'now / before', figures, claimed: { value, bound: 'gt' } })
  expect(stet(['check'], line('1000')).json()).toMatchObject([{ verdict: 'consistent' }])
  expect(stet(['check'], line('10000')).json()).toMatchObject([
    { verdict: expect.not.stringMatching(/^consistent/) },
  ])
})

describe('stet capture', () => {
  it('archives a page, tells every attempt, and its archive verifies', async () => {
    const web = await startWeb((_request, response) =>
      send(
        response,
        200,
        `<title>Figures</title><article><p>${'The ministry counted 140 trillion tokens a day. '.repeat(20)}</p></article>`,
      ),
    )
    onTestFinished(() => web.close())
    const data = folder()
    const { code, stdout } = await stetBeside(['capture', '--no-browser', `${web.url}/page`], {
      DATA_DIR: data,
      STET_ALLOW_LOOPBACK: '1',
    })
    const line = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(line).toMatchObject({
      url: `${web.url}/page`,
      class: 'article',
      attempts: [
        {
          step: 'plain',
          ended: 'done',
          httpStatus: 200,
          robots: expect.stringContaining('robots.txt'),
          egress: expect.arrayContaining([
            expect.objectContaining({ detail: `${web.url}/page`, via: 'http', ended: 'connected' }),
          ]),
        },
      ],
    })
    expect(stet(['verify', line.wacz]).json()).toMatchObject([{ ok: true, problems: [] }])
    const bytes = readFileSync(line.wacz)
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    const damaged = join(data, 'damaged.wacz')
    writeFileSync(damaged, bytes)
    expect(stet(['verify', damaged])).toMatchObject({ code: 1 })
  })

  it('gives no digest where nothing was captured, and ends with 1', async () => {
    const { code, stdout } = await stetBeside(
      ['capture', '--no-browser', 'http://127.0.0.1:1/', 'ftp://a.example/'],
      { DATA_DIR: folder(), STET_WAYBACK: '0' },
    )
    expect(code).toBe(1)
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      {
        digest: null,
        wacz: null,
        attempts: [{ step: 'plain', ended: 'failed', reason: 'refused_by_guard' }, {}, {}],
      },
      { digest: null, wacz: null, attempts: [{ reason: 'refused_by_guard' }] },
    ])
  })
})
