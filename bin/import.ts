/** `stet import FILE.md`: a draft becomes an article; every sentence with a figure or a quotation becomes a claim, and its links become sources. */
import { readFile } from 'node:fs/promises'
import type { Actor } from '#domain/person.ts'
import { type ProposedClaim, readDraft } from '#reading/draft.ts'
import { closeDesk, type Desk } from '#storage/desk.server.ts'
import { createArticle } from '#usecases/articles/create-article.server.ts'
import { logClaim } from '#usecases/claims/log-claim.server.ts'
import { linkSource } from '#usecases/sources/link-source.server.ts'
import { type Command, misused, put, say } from './command.ts'
import { openDeskHere, settingsHere } from './settings.ts'

export const importDraft: Command = async (args) => {
  const at = args.indexOf('--by')
  const email = at === -1 ? null : (args[at + 1] ?? null)
  const file = args.find((arg, index) => !arg.startsWith('--') && (at === -1 || index !== at + 1))
  if (!file) return misused('import FILE.md [--by EMAIL]')
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) {
    say(`${file} cannot be read.`)
    return 1
  }
  const desk = await openDeskHere(settingsHere())
  try {
    return await importText(desk, text, email)
  } finally {
    await closeDesk(desk)
  }
}

async function importText(desk: Desk, text: string, email: string | null): Promise<number> {
  const actor = await findImporter(desk, email)
  if (!actor) {
    say(
      email
        ? `Nobody with the address ${email} has joined.`
        : 'Nobody has joined yet. Open Stet and join first.',
    )
    return 1
  }
  const draft = readDraft(text)
  const article = await createArticle(desk, actor, {
    headline: draft.headline,
    draft: draft.text,
    language: draft.language,
  })
  if (!article.ok) {
    say(article.refusal.message)
    return 1
  }
  let sources = 0
  for (const claim of draft.claims) sources += await importClaim(desk, actor, article.value.id, claim)
  put({
    article: article.value.id,
    headline: draft.headline,
    claims: draft.claims.length,
    citations: sources,
  })
  return 0
}

async function importClaim(
  desk: Desk,
  actor: Actor,
  articleId: string,
  claim: ProposedClaim,
): Promise<number> {
  const logged = await logClaim(desk, actor, articleId, {
    kind: claim.kind,
    text: claim.text,
    passage: claim.passage,
  })
  if (!logged.ok) {
    say(`Not logged: ${claim.text.slice(0, 80)} (${logged.refusal.message})`)
    return 0
  }
  let linked = 0
  for (const link of claim.links) {
    const answer = await linkSource(desk, actor, logged.value.id, {
      address: link.address,
      title: link.text,
      keyUse: 'Linked in the draft at this statement.',
    })
    if (answer.ok) linked += 1
    else say(`Not linked: ${link.address} (${answer.refusal.message})`)
  }
  return linked
}

/** Who the import is done for: the person named, or the first administrator. */
async function findImporter(desk: Desk, email: string | null): Promise<Actor | null> {
  const joined = { passwordHash: { not: null }, deactivatedAt: null }
  return desk.db.person.findFirst({
    where: email ? { email: email.toLowerCase(), ...joined } : { role: 'admin', ...joined },
    orderBy: { createdAt: 'asc' },
    select: { id: true, name: true, role: true },
  })
}
