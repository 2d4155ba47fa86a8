/** What becomes of a page over time: archived twice, judged by a person, watched, compared, found by its moment, and who outside learned of it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { samplePdf } from '../support/sample-pdf.ts'
import { joinBy, picture, test } from './newsroom.ts'

const ADMIN = {
  name: 'Admin (test)',
  email: 'admin@newsroom.invalid',
  password: 'a long sentence for admins',
}
const DESK = { width: 1440, height: 900 }
const LOOKS = [
  { colorScheme: 'dark', width: 390, height: 844 },
  { colorScheme: 'light', ...DESK },
] as const

/** A picture on a phone in the dark and on a desk by day. Machines look at the phone: the other tests show them the day. */
async function lookedAt(page: Page, name: string): Promise<void> {
  for (const { colorScheme, ...size } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(size)
    if (colorScheme === 'dark') {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0)
    await picture(page, `${name}-${size.width}`)
  }
}

/** A page that says 140 at first, and 120 once it has been edited. */
async function startPress() {
  const story = { trillions: 140 }
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/story' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    const said = `China passed ${story.trillions} trillion daily tokens in March, the office said.`
    const filler = '<p>Reporters were told at the briefing how the office counts what it counts.</p>'
    response.end(
      url === '/story'
        ? `<!doctype html><html lang="en"><title>Tokens</title><article><h1>Tokens</h1><p>${said}</p>${filler.repeat(8)}</article>`
        : 'There is nothing here.',
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://press.localhost:${port}/story`,
    edit: () => {
      story.trillions = 120
    },
    close: () => server.close(),
  }
}

test('a source is followed over time', async ({ page, newsroom }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  const press = await startPress()
  await page.setViewportSize(DESK)
  await joinBy(page, newsroom.firstLink, ADMIN)
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/articles/new`)
  await page.getByLabel('Headline').fill('Tokens')
  await page.getByRole('button', { name: 'Save the article' }).click()
  await page.waitForURL(/\/articles\/(?!new)/)

  await test.step('a bookmark sends the page, and its source is archived', async () => {
    const quote = 'China passed 140 trillion daily tokens in March'
    await page.goto(`${origin}/claims/new?${new URLSearchParams({ url: press.address, quote })}`)
    await page.getByRole('combobox', { name: 'For which article' }).selectOption({ label: 'Tokens' })
    await page.getByLabel('Key use in this article').fill('The figure.')
    await page.getByRole('button', { name: 'Log the claim with this page' }).click()
    await page.waitForURL(/\/claims\/(?!new)[a-z0-9]+$/)
  })
  const source = origin + (await page.locator('a[href^="/sources/"]').first().getAttribute('href'))
  await page.goto(source)
  await page.getByRole('link', { name: 'See the archived copy' }).click({ timeout: 60_000 })
  await page.waitForURL(/\/captures\//)
  const seeCapture = async () => {
    await page.getByRole('link', { name: 'See what was captured' }).first().click({ timeout: 60_000 })
    await page.waitForURL(/\/captures\//)
  }

  await test.step('the copy says who signed it, and a person says what it is', async () => {
    await expect(page.getByText(/With the key( [0-9a-f]{4}){16}/)).toBeVisible()
    const correct = async (as: string, why: string) => {
      await page.getByText('Is it something else?').click()
      await page.getByLabel('What it is').selectOption({ label: as })
      await page.getByLabel('How you can tell').fill(why)
      await page.getByRole('button', { name: 'Correct it' }).click()
    }
    await correct('The part in front of a paywall', 'The rest is for subscribers.')
    await expect(page.getByText(/what was found in it does not count\./).first()).toBeVisible()
    await page.getByText('Is it something else?').click()
    await lookedAt(page, '41-class-override')
    await page.getByText('Is it something else?').click()
    await correct('A page with an article', 'It is all there.')
    await expect(page.getByText(/\(corrected by a person\)/)).toHaveCount(0)
  })

  await test.step('another look shows that the cited figure has changed', async () => {
    press.edit()
    await page.goto(source)
    await page.getByRole('button', { name: 'Capture now' }).click()
    await page.waitForURL(/\/runs\//)
    await seeCapture()
    await page.goto(source)
    await expect(page.getByText('The cited figure has changed').first()).toBeVisible({ timeout: 60_000 })
    await lookedAt(page, '42-source-changed')
    await page.getByRole('link', { name: 'Compare', exact: true }).click()
    await expect(page.locator('del', { hasText: '140' })).toBeVisible()
    await expect(page.locator('ins', { hasText: '120' })).toBeVisible()
    await lookedAt(page, '43-compare')
  })

  await test.step('it is watched from now on', async () => {
    await page.goto(source)
    await page.getByRole('link', { name: 'Watch', exact: true }).click()
    await lookedAt(page, '44-watch-form')
    await page.getByLabel('Until a day').fill('2031-12-31')
    await page.getByRole('button', { name: 'Start the watch' }).click()
    await expect(page.getByText(/Next look:/)).toBeVisible()
  })

  await test.step('other machines find the copies by their moment', async () => {
    const asked = await page.request.get(`${origin}/timegate/${press.address}`, {
      headers: { 'Accept-Datetime': 'Thu, 31 May 2007 20:35:00 GMT' },
      maxRedirects: 0,
    })
    expect(asked.status()).toBe(302)
    expect(asked.headers().vary).toContain('accept-datetime')
    const first = await page.request.get(asked.headers().location!)
    expect(await first.text()).toContain('140 trillion')
    const newest = await page.request.get(`${origin}/timegate/${press.address}`)
    expect(await newest.text()).toContain('120 trillion')
  })

  await test.step('and it is on record who outside learned of it', async () => {
    await page.goto(`${source}/egress`)
    await expect(page.getByText('One outside party was reached.')).toBeVisible()
    await expect(page.getByText(press.address).first()).toBeVisible()
    await lookedAt(page, '46-egress')
  })

  await test.step('a document says on which page the cited words stand', async () => {
    await page.goto(source)
    await page.getByText('The page is blocked, behind a paywall, or on paper?').click()
    const buffer = samplePdf(['Statistics', 'China passed 140 trillion daily tokens in March', 'Annex'])
    const file = { name: 'report.pdf', mimeType: 'application/pdf', buffer }
    await page.getByLabel('File').setInputFiles(file)
    await page.getByRole('button', { name: 'Bring it' }).click()
    await page.waitForURL(/\/runs\//)
    await seeCapture()
    await expect(page.getByText('page 2 of the document')).toBeVisible()
    await expect(page.getByText('Page 3', { exact: true })).toBeVisible()
    await lookedAt(page, '47-document')
  })
  press.close()
  expect(faults).toEqual([])
})
