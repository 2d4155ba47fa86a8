/** `stet export ARTICLE --format F`: the annotated source list with reporting notes, to stdout. */
import { MACHINE } from '#domain/person.ts'
import { EXPORT_FORMATS } from '#exports/formats.ts'
import { closeDesk } from '#storage/desk.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { type Command, misused, say } from './command.ts'
import { openDeskHere, settingsHere } from './settings.ts'

export const exportFile: Command = async (args) => {
  const at = args.indexOf('--format')
  const wanted = at === -1 ? 'markdown' : args[at + 1]
  const articleId = args.find((arg, index) => !arg.startsWith('--') && (at === -1 || index !== at + 1))
  const known = EXPORT_FORMATS.find(({ format }) => format === wanted)
  if (!articleId || !known)
    return misused(`export ARTICLE --format ${EXPORT_FORMATS.map(({ format }) => format).join('|')}`)
  const settings = settingsHere()
  const desk = await openDeskHere(settings)
  const answer = await exportArticle(desk, MACHINE, articleId, known.format, settings.PUBLIC_URL ?? null)
  await closeDesk(desk)
  if (!answer.ok) {
    say(answer.refusal.message)
    return 1
  }
  await new Promise<void>((resolve, reject) =>
    process.stdout.write(answer.value.bytes, (error) => (error ? reject(error) : resolve())),
  )
  return 0
}
