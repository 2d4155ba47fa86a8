/** `stet export ARTICLE --format F`: the annotated source list with reporting notes, to stdout. */
import { parseArgs } from 'node:util'
import { MACHINE } from '#domain/person.ts'
import { NOTE_LENGTHS } from '#exports/export-options.ts'
import { EXPORT_FORMATS } from '#exports/formats.ts'
import { closeDesk } from '#storage/desk.server.ts'
import { exportArticle } from '#usecases/exports/export-article.server.ts'
import { exportFormat, exportOptions } from '#usecases/exports/export-format.server.ts'
import { type Command, misused, say } from './command.ts'
import { openDeskHere, settingsHere } from './settings.ts'

const USAGE = `export ARTICLE [--format ${EXPORT_FORMATS.map(({ format }) => format).join('|')}] [--note ${NOTE_LENGTHS.join('|')}] [--note-language en|zh]`

/** Without `--note` the box on method is printed too; without `--note-language` the note follows the article. */
export const exportFile: Command = async (args) => {
  const asked = readArgs(args)
  if (asked === null) return misused(USAGE)
  const { articleId, format, options } = asked
  const settings = settingsHere()
  const desk = await openDeskHere(settings)
  const answer = await exportArticle(desk, MACHINE, articleId, format, settings.PUBLIC_URL ?? null, options)
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

const FLAGS = {
  format: { type: 'string', default: 'markdown' },
  note: { type: 'string' },
  'note-language': { type: 'string' },
} as const

/** Null for anything that is not understood: a note in a language that was not asked for is no answer. */
function readArgs(args: string[]) {
  try {
    const { values, positionals } = parseArgs({ args, options: FLAGS, allowPositionals: true })
    const format = exportFormat(values.format)
    const given = { note: values.note, noteLanguage: values['note-language'] }
    const options = exportOptions(given)
    const [articleId, ...more] = positionals
    const understood =
      (given.note === undefined) === (options.note === undefined) &&
      (given.noteLanguage === undefined) === (options.noteLanguage === undefined)
    return articleId && more.length === 0 && format && understood ? { articleId, format, options } : null
  } catch {
    return null
  }
}
