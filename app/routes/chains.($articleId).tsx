/** The chains that runs walk, for searches and for captures: the desk's, or those of one article. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ChainEditors } from '#components/chain-editors.tsx'
import { editRows } from '#components/edit-rows.ts'
import { History } from '#components/history.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { typed, typedRows } from '#components/typed-values.ts'
import { CHAIN_KINDS, mayChangeChain } from '#domain/chain-setting.ts'
import { refuse } from '#domain/refusal.ts'
import { missingFor } from '#domain/steps-set-up.ts'
import { readForm } from '#http/form.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { chainsArticle, chainsInForce, listChainSettings } from '#storage/chains.server.ts'
import { listHistory } from '#storage/ledger.server.ts'
import { resetChain } from '#usecases/chains/reset-chain.server.ts'
import { setChain } from '#usecases/chains/set-chain.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  pageTitle(page?.article ? `Chains of ${page.article.headline}` : 'Chains')

export async function loader(args: LoaderFunctionArgs) {
  const person = await requirePerson(args)
  const { db } = args.context.desk
  const articleId = args.params.articleId ?? null
  const article = articleId ? await chainsArticle(db, articleId) : null
  if (articleId && !article) notFound('This article does not exist.')
  return {
    article,
    mayChange: mayChangeChain(person, article),
    missing: missingFor(args.context.settings),
    settings: await chainsInForce(db, articleId),
    setters: await listChainSettings(db, articleId),
    history: articleId ? [] : await listHistory(db, [{ kind: 'chain', ids: [...CHAIN_KINDS] }]),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const { edit, ...values } = form.value
  // Without scripts a button that moves a row sends the form: it is drawn anew, and nothing is kept.
  if (typeof edit === 'string') {
    const steps = editRows(typedRows(values, 'steps'), edit, (step) => ({ step }))
    return data({ refusal: null, form: 'chain', values: { ...values, steps } })
  }
  const kind = CHAIN_KINDS.find((one) => one === values.kind)
  if (!kind) return respond(refuse('invalid', 'This form is not known here. Load the page again.').refusal)
  const of = { kind, articleId: args.params.articleId ?? null }
  const { desk } = args.context
  const answer =
    typed(values, 'intent') === 'reset'
      ? await resetChain(desk, person, of)
      : await setChain(desk, person, of, values)
  if (!answer.ok) return respond(answer.refusal, { form: 'chain', values })
  return redirect(of.articleId ? paths.articleChains(of.articleId) : paths.chains)
}

export default function ChainsPage() {
  const { article, history, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  return (
    <>
      <PageHead
        kicker={
          article ? (
            <Link className="link" to={paths.article(article.id)}>
              {article.headline}
            </Link>
          ) : (
            <Link className="link" to={paths.runs}>
              Runs
            </Link>
          )
        }
        title={article ? 'Chains of this article' : 'Chains of the desk'}
        state={
          <p className="max-w-prose text-soft">
            {article
              ? 'Which steps are walked for this article, and how long each may take. Runs under way keep the chain they have.'
              : 'Which steps every run walks unless its article has a chain of its own. Runs under way keep the chain they have.'}
            {page.mayChange ? '' : ` ${article ? WHO_FOR_ARTICLE : WHO_FOR_DESK}`}
          </p>
        }
      />
      <ChainEditors of={article ? 'article' : 'desk'} refused={refused} {...page} />
      {article ? null : <History entries={history} />}
    </>
  )
}

const WHO_FOR_DESK = 'An editor or an admin may change them.'
const WHO_FOR_ARTICLE = 'Whoever created the article, or an editor, may change them.'
