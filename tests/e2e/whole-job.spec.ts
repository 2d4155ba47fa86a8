/** The whole job by hand: a reporter logs a claim, finds and links a source, sees it archived and read; an editor signs; the source list is exported. */
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { joinBy, picture, test } from './newsroom.ts'

const ADMIN = {
  name: 'Admin (test)',
  email: 'admin@newsroom.invalid',
  password: 'a long sentence for admins',
}
const REPORTER = {
  name: 'Reporter (test)',
  email: 'reporter@newsroom.invalid',
  password: 'a long sentence for reporters',
}
const EDITOR = {
  name: 'Editor (test)',
  email: 'editor@newsroom.invalid',
  password: 'a long sentence for editors',
}
const DRAFT =
  'China’s daily AI token usage has surpassed 140 trillion as of March 2026, its top data official said.'

async function invite(page: Page, person: { name: string; email: string }, role: string): Promise<string> {
  await page.goto(new URL('/people', page.url()).href)
  await page.getByLabel('Name', { exact: true }).fill(person.name)
  await page.getByLabel('E-mail address').fill(person.email)
  await page.locator('form').filter({ hasText: 'Make a one-time link' }).getByLabel('Role').selectOption(role)
  await page.getByRole('button', { name: 'Make a one-time link' }).click()
  return (await page.getByText(/\/welcome\//).textContent())!.trim()
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
}

test('a claim goes from the draft to the exported source list', async ({ browser, newsroom }) => {
  const admin = await (await browser.newContext()).newPage()
  await joinBy(admin, newsroom.firstLink, ADMIN)
  await picture(admin, '01-empty-desk')
  const reporterLink = await invite(admin, REPORTER, 'reporter')
  await picture(admin, '02-invited')
  const editorLink = await invite(admin, EDITOR, 'editor')

  const reporter = await (await browser.newContext()).newPage()
  const faults: string[] = []
  reporter.on('pageerror', (error) => faults.push(error.message))
  await joinBy(reporter, reporterLink, REPORTER)

  await test.step('the reporter files a draft and logs a claim', async () => {
    await reporter
      .getByRole('link', { name: /new article/i })
      .first()
      .click()
    await reporter.getByLabel('Headline').fill('140 trillion tokens a day')
    await reporter.getByLabel(/^Draft/).fill(DRAFT)
    await reporter.getByRole('button', { name: 'Save the article' }).click()
    await expect(reporter.getByRole('heading', { name: '140 trillion tokens a day' })).toBeVisible()
    await reporter.getByRole('link', { name: 'Log a claim' }).first().click()
    await reporter
      .getByLabel('The claim')
      .fill('China’s daily AI token usage has surpassed 140 trillion as of March 2026.')
    await reporter.getByLabel('Who is said to have said it').fill('Liu Liehong')
    await reporter.getByLabel('In which role').fill('head of the National Data Administration')
    await picture(reporter, '03-new-claim')
    await accessible(reporter)
    await reporter.getByRole('button', { name: /log the claim|save/i }).click()
    await reporter.waitForURL(/\/claims\/(?!new)[a-z0-9]+$/)
    await expect(reporter.getByText('more than 140,000,000,000,000')).toBeVisible()
    await picture(reporter, '04-claim-logged')
  })
  const claim = reporter.url()

  await test.step('the chain finds pages, step by step', async () => {
    await reporter.getByRole('button', { name: 'Search for sources' }).click()
    await expect(reporter.getByText('Link as a source').first()).toBeVisible({ timeout: 60_000 })
    await picture(reporter, '05-leads')
    await reporter.goto(new URL('/runs', claim).href)
    await reporter
      .getByRole('main')
      .getByRole('link', { name: /^Search for sources/ })
      .first()
      .click()
    await expect(reporter.getByRole('main')).toContainText('502')
    await picture(reporter, '06-search-run')
    await accessible(reporter)
    await reporter.goto(claim)
  })

  await test.step('the reporter links the page with its words and its use', async () => {
    await reporter.getByRole('link', { name: 'Link as a source' }).first().click()
    await expect(reporter.getByLabel('Web address')).toHaveValue(newsroom.web.addresses.chinanews)
    await reporter.getByLabel('Key use in this article').fill('Confirms the 140 trillion figure')
    await reporter.getByLabel('The exact words').fill('到今年3月，我国日均词元调用量已超过140万亿')
    const translation = reporter.getByLabel('Translation')
    if (!(await translation.isVisible()))
      await reporter
        .getByText(/translat/i)
        .first()
        .click()
    await translation.fill('As of this March, average daily token calls have exceeded 140 trillion')
    await picture(reporter, '07-link-source')
    await accessible(reporter)
    await reporter.getByRole('button', { name: /link/i }).last().click()
  })

  await test.step('the archived page shows the quote marked', async () => {
    await expect(reporter.getByText('The words are there, letter for letter')).toBeVisible({
      timeout: 60_000,
    })
    await expect(reporter.getByText('the same figure')).toBeVisible()
    await picture(reporter, '08-claim-with-evidence')
    await accessible(reporter)
    await reporter.getByRole('link', { name: 'See it in the archived page' }).click()
    await expect(reporter.locator('mark').filter({ hasText: '日均词元调用量' }).first()).toBeVisible()
    await picture(reporter, '09-evidence')
    await accessible(reporter)
    await reporter.goto(claim)
  })

  await test.step('the reporter cannot settle her own claim, and hands it to the editors', async () => {
    await expect(reporter.getByRole('button', { name: 'Settle the claim' })).toHaveCount(0)
    await reporter.getByRole('button', { name: 'Hand it to the editors' }).click()
    await expect(reporter.getByText('This waits for an editor.')).toBeVisible()
  })

  const editor = await (await browser.newContext()).newPage()
  await joinBy(editor, editorLink, EDITOR)

  await test.step('the editor is refused without a reason, adds a caveat, and signs', async () => {
    await editor.getByRole('link', { name: 'My queue' }).first().click()
    await picture(editor, '10-queue')
    await editor
      .getByRole('main')
      .getByRole('link', { name: /140 trillion as of March/ })
      .click()
    await editor.getByRole('button', { name: 'Send it back' }).click()
    await expect(editor.getByText('Say what is missing').first()).toBeVisible()
    await picture(editor, '11-reason-required')
    await editor.getByLabel('Add a caveat').selectOption('attributed_only')
    await editor.getByRole('button', { name: 'Word it' }).click()
    await expect(editor.getByLabel('Wording')).toHaveValue(/Liu Liehong/)
    await editor.getByRole('button', { name: 'Add this caveat' }).click()
    await expect(editor.getByText('Must stand in the sentence itself.')).toBeVisible()
    await editor.getByLabel('Verdict').selectOption('attributed')
    await editor.getByLabel('Confidence').selectOption('high')
    await editor.getByRole('button', { name: 'Settle the claim' }).click()
    await expect(editor.getByText('Settled as a statement of the claimant.')).toBeVisible()
    await picture(editor, '12-settled')
    await accessible(editor)
  })

  await test.step('the source list is exported', async () => {
    await editor.getByRole('link', { name: '140 trillion tokens a day' }).first().click()
    await expect(editor.locator('.pencil-stands').first()).toBeVisible()
    await picture(editor, '13-article')
    await editor.getByRole('link', { name: 'Source list' }).click()
    await expect(editor.getByText('grok-search answered with HTTP 502').first()).toBeVisible()
    await picture(editor, '14-source-list')
    await accessible(editor)
    const download = editor.waitForEvent('download')
    await editor.getByRole('link', { name: 'Markdown' }).click()
    const stream = await (await download).createReadStream()
    let markdown = ''
    for await (const chunk of stream) markdown += chunk
    expect(markdown).toContain('Key use in this article: Confirms the 140 trillion figure')
    expect(markdown).toContain('到今年3月，我国日均词元调用量已超过140万亿')
    expect(markdown).toContain('Editorial caveat:')
  })

  await test.step('a change by the reporter reopens the claim', async () => {
    await reporter.goto(claim)
    await reporter.getByRole('link', { name: 'Change', exact: true }).first().click()
    await reporter
      .getByLabel('The claim')
      .fill('China’s daily AI token usage has surpassed 150 trillion as of March 2026.')
    await reporter.getByRole('button', { name: /save/i }).click()
    await expect(
      reporter.getByText('In progress').or(reporter.getByText('Being checked')).first(),
    ).toBeVisible()
    await picture(reporter, '15-reopened')
  })
  expect(faults).toEqual([])
})

test('works on a phone, in the dark, and for a stranger', async ({ browser, newsroom }) => {
  await joinBy(await (await browser.newContext()).newPage(), newsroom.firstLink, ADMIN)
  const phone = await browser.newContext({
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    isMobile: true,
  })
  const page = await phone.newPage()
  await page.goto(`${newsroom.address}/articles`)
  await expect(page).toHaveURL(/sign-in/)
  await page.getByLabel('E-mail address').fill(ADMIN.email)
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: /sign in/i }).click()
  await expect(page.getByText('do not match').first()).toBeVisible()
  await picture(page, '20-phone-sign-in')
  await page.getByLabel('Password').fill(ADMIN.password)
  await page.getByRole('button', { name: /sign in/i }).click()
  await page.waitForURL(/\/articles/)
  for (const path of ['/articles', '/queue', '/sources', '/runs', '/search?q=140', '/ledger']) {
    await page.goto(newsroom.address + path)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${path} is wider than the phone`).toBeLessThanOrEqual(0)
    await accessible(page)
    await picture(page, `21-phone${path.replace(/\W+/g, '-')}`)
  }
})

test('refuses a form that another site sends', async ({ newsroom, request }) => {
  const answer = await request.post(`${newsroom.address}/sign-in`, {
    form: { email: ADMIN.email, password: ADMIN.password },
    headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  })
  expect(answer.status()).toBe(403)
})

test('a claim can be tried against a text, with every finding marked', async ({ browser, newsroom }) => {
  const page = await (await browser.newContext()).newPage()
  await joinBy(page, newsroom.firstLink, ADMIN)
  await page.getByRole('link', { name: 'Check a claim' }).first().click()
  await page.getByLabel('The claim').fill('Sales were 912.17 billion yuan, “the best year” so far.')
  await page.getByLabel('The text').fill('销售额为912.17亿元，“the best year”，员工1.2万人。')
  await page.getByRole('button', { name: 'Check it' }).click()
  await expect(page.getByText('another order of magnitude')).toBeVisible()
  await expect(page.locator('mark').filter({ hasText: '912.17亿' }).first()).toBeVisible()
  await expect(page.getByText('The words are there, letter for letter')).toBeVisible()
  await expect(page.locator('mark').filter({ hasText: '1.2万人' })).toBeVisible()
  await expect(page.getByText('read, not asked for')).toBeVisible()
  await picture(page, '30-check')
  await accessible(page)
})
