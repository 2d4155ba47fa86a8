/** A search as its reporter wants it: with and without scripts, its queries in order, its chain, its clock, and one step again. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { joinBy, picture, test } from './newsroom.ts'

const ADMIN = {
  name: 'Admin (test)',
  email: 'admin@newsroom.invalid',
  password: 'a long sentence for admins',
}
const CLAIM = 'China’s daily AI token usage has surpassed 140 trillion as of March 2026.'

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

const queries = (page: Page) =>
  page
    .locator('input[name^=queries]')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))

async function logClaim(page: Page): Promise<string> {
  await page
    .getByRole('link', { name: /new article/i })
    .first()
    .click()
  await page.getByLabel('Headline').fill('Tokens')
  await page.getByRole('button', { name: 'Save the article' }).click()
  await page.getByRole('link', { name: 'Log a claim' }).first().click()
  await page.getByLabel('The claim').fill(CLAIM)
  await page.getByLabel('Who is said to have said it').fill('Liu Liehong')
  await page.getByRole('button', { name: /log the claim|save/i }).click()
  await page.waitForURL(/\/claims\/(?!new)[a-z0-9]+$/)
  return page.url()
}

test('a search is set up, planned, walked and walked again', async ({ browser, newsroom }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await joinBy(page, newsroom.firstLink, ADMIN)
  const claim = await logClaim(page)

  await test.step('queries are ordered, added and removed without scripts', async () => {
    const state = await context.storageState()
    const plain = await (
      await browser.newContext({ javaScriptEnabled: false, storageState: state })
    ).newPage()
    await plain.goto(claim)
    const [own, named] = await queries(plain)
    expect([own, named]).toEqual([CLAIM, 'Liu Liehong 140 trillion'])
    await plain.getByLabel('Query 2', { exact: true }).fill('Liu Liehong tokens')
    await plain.getByRole('button', { name: 'Move query 2 up' }).click()
    await plain.getByRole('button', { name: 'Remove query 2' }).click()
    expect((await queries(plain))[0]).toBe('Liu Liehong tokens')
    expect(await queries(plain)).not.toContain(CLAIM)
  })

  await test.step('with scripts the same happens at once, and the focus stays with the row', async () => {
    await page.goto(claim)
    await page.getByRole('button', { name: 'Move query 3 up' }).click()
    const [first, second] = await queries(page)
    expect([first, second]).toEqual([CLAIM, 'Liu Liehong 140万亿'])
    await expect(page.getByRole('button', { name: 'Move query 2 up' })).toBeFocused()
  })

  await test.step('a search is planned by the clock and told in words', async () => {
    await page.getByText('Search by the clock?').click()
    await page.getByLabel('Until').fill('2020-01-01')
    await page.getByRole('button', { name: 'Plan this search' }).click()
    await expect(page.getByRole('alert')).toContainText('ends before the first search')
    await page.getByLabel('Until').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10))
    await page.getByRole('button', { name: 'Plan this search' }).click()
    await expect(page.getByText(/^every weekday at 07:00 Berlin time until/i)).toBeVisible()
    expect((await queries(page))[1]).toBe('Liu Liehong 140万亿')
    await accessible(page)
  })

  await test.step('the article gets a chain of its own', async () => {
    await page.getByRole('link', { name: 'change it' }).click()
    await expect(page.getByText('Not set up: it needs the address of a SearXNG')).toBeVisible()
    await page.getByRole('checkbox', { name: /Search with a browser/ }).uncheck()
    await page.getByRole('button', { name: 'Move “Ask our own web search” up' }).click()
    await page.getByRole('button', { name: 'Keep this chain' }).first().click()
    await expect(page.getByText('Set by Admin (test)')).toBeVisible()
    await accessible(page)
  })

  await test.step('the run shows each step with its reason, and a step is walked again', async () => {
    await page.goto(claim)
    await page.getByRole('button', { name: 'Search for sources' }).click()
    await page.getByRole('link', { name: /^Search of/ }).click()
    await expect(page.getByRole('status').first()).toContainText('Finished without a usable answer', {
      timeout: 60_000,
    })
    await expect(page.getByText('This step is not set up')).toBeVisible()
    await expect(page.getByText('HTTP 502').first()).toBeVisible()
    await picture(page, '33-run')
    await accessible(page)
    const before = page.url()
    await page.getByRole('button', { name: /Walk this step again.*AI search/ }).click()
    await expect(page).not.toHaveURL(before)
    await expect(page.getByText('an earlier run', { exact: true })).toBeVisible()
    await page.goto(before)
    await expect(page.getByRole('link', { name: 'Walked again' })).toBeVisible()
  })
  expect(faults).toEqual([])
})
