/** Turns a stored run into the neutral shape that notes are made from. */
import type { Reason } from '#domain/attempt.ts'
import type { RunRequest } from '#domain/run.ts'
import { ASK_STEP, type Chain } from '#domain/step.ts'
import type { DossierAttempt, DossierLeads, DossierRun } from '#exports/dossier.ts'
import type { NotedRun } from '#storage/dossier-runs.server.ts'

/** `sourceNumber` is the source's place in the printed list, or null; `publicUrl` makes the run's address. */
export function dossierRun(run: NotedRun, sourceNumber: number | null, publicUrl: string | null): DossierRun {
  const chain = run.chain as unknown as Chain
  const request = run.request as unknown as RunRequest
  return {
    id: run.id,
    kind: run.kind,
    claimNumber: run.claim?.number ?? null,
    sourceNumber,
    state: run.state,
    requestedAt: run.requestedAt.toISOString(),
    startedAt: run.startedAt?.toISOString() ?? null,
    finishedAt: run.finishedAt?.toISOString() ?? null,
    windowMs: chain.windowMs,
    address: publicUrl && new URL(`/runs/${run.id}`, publicUrl).href,
    scheduled: run.scheduleId !== null,
    language: request.language ?? null,
    sites: request.sites ?? [],
    planned: chain.steps.map(({ step }) => step),
    plannedWindowsMs: chain.steps.map((step) => step.windowMs),
    stopAtFirst: chain.stopAtFirst,
    attempts: run.attempts.map(dossierAttempt),
  }
}

type AttemptRecord = NotedRun['attempts'][number]

function dossierAttempt(attempt: AttemptRecord): DossierAttempt {
  const { id, ordinal, step, version, windowMs, ended, asked, askedOf, httpStatus, finalUrl } = attempt
  return {
    ...{ id, ordinal, step, version, windowMs, ended, asked, askedOf, httpStatus, finalUrl },
    // What a person said in answer may not be meant for print: it stays in the house.
    message: step === ASK_STEP ? null : attempt.message,
    startedAt: attempt.startedAt.toISOString(),
    finishedAt: attempt.finishedAt?.toISOString() ?? null,
    reason: attempt.reason as Reason | null,
    detail: (attempt.detail ?? {}) as Record<string, unknown>,
    leads: leadsOf(attempt.leads),
    leadId: attempt.leadId,
    person: attempt.person,
    notes: attempt.notes.map(({ text, byName, createdAt }) => ({
      text,
      by: byName,
      at: createdAt.toISOString(),
    })),
    ...(attempt.proposals.length > 0
      ? {
          proposals: attempt.proposals.map(({ kind, state, model }) => ({
            ...{ kind, model },
            accepted: state === 'accepted',
          })),
        }
      : {}),
  }
}

function leadsOf(leads: AttemptRecord['leads']): DossierLeads {
  const standing = (one: string) => leads.filter((lead) => lead.standing === one)
  return {
    found: leads.length,
    accepted: leads.filter((lead) => lead.state === 'accepted').length,
    screened: leads.filter((lead) => lead.standing !== null).length,
    passageFound: standing('passage_found').length,
    passageAbsent: standing('passage_absent').length,
    couldNotLook: standing('could_not_look').length,
    neverExisted: standing('never_existed').map((lead) => lead.address),
  }
}
