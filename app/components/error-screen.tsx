/** Says that a page cannot be shown, why, and what to do instead. */
import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'

const WORDS: Record<number, { title: string; advice: string }> = {
  403: { title: 'This is not open to you', advice: 'Ask an administrator if you think it should be.' },
  404: {
    title: 'There is nothing here',
    advice: 'The address may be mistyped, or it points to something that does not exist.',
  },
  405: { title: 'This cannot be done here', advice: 'Go back and use the form on the page.' },
  413: { title: 'This is too large', advice: 'Send something smaller.' },
}

const OURS = {
  title: 'Something went wrong on our side',
  advice:
    'Nothing you saved is lost. Try again; if it happens twice, tell whoever runs this desk what you did.',
}

/** `message` is a sentence made for readers, or null. */
export function ErrorScreen({ status, message }: { status: number; message: string | null }) {
  const words = WORDS[status] ?? OURS
  return (
    <div className="mx-auto max-w-xl py-12">
      <h1 className="text-2xl font-semibold">{words.title}</h1>
      <p className="mt-3">{message ?? words.advice}</p>
      <p className="mt-6">
        <Link className="link" to={paths.articles}>
          Go to the articles
        </Link>
      </p>
    </div>
  )
}
