/** What the AI assistant proposed for an article, to be accepted, changed or dismissed by a person; asks it for claims. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { AssistantAsk } from '#components/assistant-ask.tsx'
import { EmptyState } from '#components/empty-state.tsx'
import { RefusalNotice } from '#components/notice.tsx'
import { PageHead } from '#components/page-head.tsx'
import { pageTitle } from '#components/page-title.ts'
import { Pager } from '#components/pager.tsx'
import { ProposalFilter } from '#components/proposal-filter.tsx'
import { ProposalList } from '#components/proposal-list.tsx'
import { typed } from '#components/typed-values.ts'
import { PROPOSAL_STATES } from '#domain/proposal.ts'
import { readForm } from '#http/form.server.ts'
import { localPath } from '#http/local-path.server.ts'
import { pageNumber } from '#http/page-number.server.ts'
import { notFound, respond } from '#http/respond.server.ts'
import { requirePerson } from '#http/session.server.ts'
import { findArticle } from '#storage/articles.server.ts'
import { assistantState } from '#storage/assistant-state.server.ts'
import { countProposals, listProposals } from '#storage/proposals.server.ts'
import { decideProposal } from '#usecases/proposals/decide-proposal.server.ts'
import { requestProposals } from '#usecases/proposals/request-proposals.server.ts'

const PER_PAGE = 50

export const meta = () => pageTitle('Proposals of the assistant')

export async function loader(args: LoaderFunctionArgs) {
  await requirePerson(args)
  const { desk, settings } = args.context
  const article = await findArticle(desk.db, args.params.articleId!)
  if (!article) notFound('This article does not exist.')
  const { id, headline, language, draft } = article
  const asked = new URL(args.request.url).searchParams.get('state')
  const state = PROPOSAL_STATES.find((one) => one === asked) ?? 'proposed'
  const page = pageNumber(args.request)
  const take = { take: PER_PAGE + 1, skip: (page - 1) * PER_PAGE }
  const [assistant, counts, proposals] = await Promise.all([
    assistantState(desk.db, settings, id, { kind: 'claim', articleId: id }),
    countProposals(desk.db, id),
    listProposals(desk.db, { articleId: id, state }, take),
  ])
  return {
    article: { id, headline, language, hasDraft: draft.trim() !== '' },
    ...{ assistant, counts, state, page },
    more: proposals.length > PER_PAGE,
    proposals: proposals.slice(0, PER_PAGE),
  }
}

export async function action(args: ActionFunctionArgs) {
  const person = await requirePerson(args)
  const form = await readForm(args.request)
  if (!form.ok) return respond(form.refusal)
  const { desk } = args.context
  const fields = form.value
  const answer =
    fields.form === 'ask'
      ? await requestProposals(desk, person, fields)
      : await decideProposal(desk, person, typed(fields, 'proposalId'), fields)
  const values = {
    back: localPath(typed(fields, 'back'), ''),
    proposalId: typed(fields, 'proposalId'),
    text: typed(fields, 'text'),
  }
  if (!answer.ok) return respond(answer.refusal, { values })
  return redirect(localPath(typed(fields, 'back'), paths.articleAssistant(args.params.articleId!)))
}

export default function AssistantPage() {
  const { article, assistant, counts, state, page, more, proposals } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? {}
  const back = typed(values, 'back')
  const mine = refused ? { proposalId: typed(values, 'proposalId'), text: typed(values, 'text') } : null
  const { id } = article
  const pathOf = (number: number) => paths.articleAssistant(id, { state, page: number })
  return (
    <>
      <PageHead
        title="Proposals of the assistant"
        kicker={
          <Link className="link" to={paths.article(id)}>
            {article.headline}
          </Link>
        }
        state={<p>Nothing here is evidence. A proposal counts once a person has made it their own.</p>}
      />
      <div className="mb-8 grid gap-3">
        <RefusalNotice refusal={refused?.refusal} />
        {back && !back.startsWith(paths.articleAssistant(id)) ? (
          <Link className="link text-sm" to={back}>
            Back to where you were
          </Link>
        ) : null}
        {article.hasDraft ? (
          <AssistantAsk state={assistant} primary={counts.proposed === 0} />
        ) : (
          <p className="text-sm text-soft">There is no draft yet that it could be asked about.</p>
        )}
      </div>
      <ProposalFilter articleId={id} chosen={state} counts={counts} />
      {proposals.length > 0 ? (
        <ProposalList proposals={proposals} lang={article.language} refused={mine} />
      ) : (
        <EmptyState title="There is nothing here.">
          What the assistant proposes for this article is listed here.
        </EmptyState>
      )}
      <Pager newer={page > 1 ? pathOf(page - 1) : null} older={more ? pathOf(page + 1) : null} />
    </>
  )
}
