/** One of several forms on a page: posts to the page itself and says which form it is. */
import { Form, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'

/**
 * `name` is what the page's action tells its forms apart by. The address stays as it is, with its query, so that a refused
 * form finds its page again; the reader stays where they were.
 */
export function PageForm({
  name,
  className,
  children,
}: {
  name: string
  className?: string
  children: ReactNode
}) {
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={pathname + search} preventScrollReset className={className}>
      <input type="hidden" name="form" value={name} />
      {children}
    </Form>
  )
}
