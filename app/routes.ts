/** The routes: one file per URL in app/routes, by Remix's flat file convention. */
import { flatRoutes } from '@remix-run/fs-routes'

export default flatRoutes()
