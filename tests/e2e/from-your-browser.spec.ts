/** What a person brings from their own browser: a page and its selected words by the bookmark, and documents by hand. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { joinBy, picture, test } from './newsroom.ts'

const ADMIN = {
  name: 'Admin (test)',
  email: 'admin@newsroom.invalid',
  password: 'a long sentence for admins',
}
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const SAVED = `<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://news.example/tokens
 saved date: Tue Mar 24 2026 10:00:00 GMT+0800 (China Standard Time)
--><meta charset=utf-8><title>Tokens</title><article><h1>Tokens</h1>${'<p>China passed 140 trillion daily tokens in March, the office said at its briefing on Monday in Beijing.</p>'.repeat(6)}</article>`

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('a page becomes a claim, and its source takes what a person brings', async ({ page, newsroom }) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await joinBy(page, newsroom.firstLink, ADMIN)
  const { origin } = new URL(page.url())
  await page.goto(`${origin}/articles/new`)
  await page.getByLabel('Headline').fill('Tokens')
  await page.getByRole('button', { name: 'Save the article' }).click()
  await page.waitForURL(/\/articles\/(?!new)/)

  await test.step('the bookmark carries the desk’s own address', async () => {
    await page.goto(`${origin}/bookmarklet`)
    const code = await page.getByRole('link', { name: 'To Stet' }).getAttribute('href')
    expect(decodeURIComponent(code ?? '')).toContain(`${origin}/claims/new?`)
    await accessible(page)
    await picture(page, '20-bookmarklet')
  })

  await test.step('the form is filled in, and a person sends it', async () => {
    const query = new URLSearchParams({
      url: 'https://news.example/tokens#top',
      title: 'Tokens',
      quote: 'China passed 140 trillion daily tokens',
    })
    await page.goto(`${origin}/claims/new?${query}`)
    await expect(page.getByLabel('Web address')).toHaveValue('https://news.example/tokens')
    await expect(page.getByLabel('The exact words')).toHaveValue('China passed 140 trillion daily tokens')
    await accessible(page)
    await picture(page, '21-claim-from-page')
    await page.getByRole('combobox', { name: 'For which article' }).selectOption({ label: 'Tokens' })
    await page.getByLabel('Key use in this article').fill('The figure.')
    await page.getByRole('button', { name: 'Log the claim with this page' }).click()
    await page.waitForURL(/\/claims\/(?!new)[a-z0-9]+$/)
    await expect(page.getByText('140,000,000,000,000').first()).toBeVisible()
  })

  const source = await page.locator('a[href^="/sources/"]').first().getAttribute('href')
  const bring = async (name: string, buffer: Buffer, obtained?: string) => {
    await page.goto(origin + source)
    await page.getByText('The page is blocked, behind a paywall, or on paper?').click()
    await page.getByLabel('File').setInputFiles({ name, mimeType: 'application/x-any', buffer })
    if (obtained) await page.getByLabel(/How you came by it/).fill(obtained)
    await page.getByRole('button', { name: 'Bring it' }).click()
    await page.waitForURL(/\/runs\//)
  }

  // The run's page prints the same notes: what is looked for on the capture's page must wait for that page.
  const seeCapture = async () => {
    await page.getByRole('link', { name: 'See what was captured' }).first().click({ timeout: 60_000 })
    await page.waitForURL(/\/captures\//)
  }

  await test.step('a saved page is archived under the name of who brought it', async () => {
    await bring('page.html', Buffer.from(SAVED), 'Opened with the desk’s subscription.')
    await seeCapture()
    await expect(page.getByText('Opened with the desk’s subscription.', { exact: true })).toBeVisible()
    await expect(page.getByText(/Saved by SingleFile from https:\/\/news.example\/tokens/)).toBeVisible()
    await expect(
      page
        .locator('#main')
        .getByText(/Admin \(test\)/)
        .first(),
    ).toBeVisible()
    await picture(page, '22-brought-page')
    await accessible(page)
  })

  await test.step('a picture says that nothing can be found in it', async () => {
    await bring('photo.docx', PIXEL)
    await seeCapture()
    await expect(page.getByText(/There is no text here that can be read/)).toBeVisible()
    await expect(page.getByText('They did not say.')).toBeVisible()
  })

  await test.step('what is no document is refused with a way out', async () => {
    await bring('film.mp4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0', 'latin1'))
    await expect(page.getByText(/This is a film\./)).toBeVisible({ timeout: 60_000 })
  })
  expect(faults).toEqual([])
})
