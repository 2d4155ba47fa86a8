/** The front door: leads to the articles. */
import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'

export const loader = () => redirect(paths.articles)
