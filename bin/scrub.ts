/** `stet scrub`: re-reads every stored blob and names what is damaged or missing. */
import { closeDesk } from '#storage/desk.server.ts'
import { type ScrubFault, scrubBlobs } from '#storage/scrub.server.ts'
import { type Command, put, say } from './command.ts'
import { openDeskHere, settingsHere } from './settings.ts'

const TOLD_EVERY_BLOBS = 1_000

/** Exit code 1 for bytes that are damaged or missing; files that nobody speaks of are named and harm nothing. */
export const scrub: Command = async (args) => {
  const desk = await openDeskHere(settingsHere())
  const scrubbed = await scrubBlobs(desk, (blobs) => {
    if (blobs % TOLD_EVERY_BLOBS === 0) say(`${blobs} read`)
  })
  await closeDesk(desk)
  const { blobs, bytes, faults } = scrubbed
  if (args.includes('--json')) put(scrubbed)
  else {
    for (const fault of faults) process.stdout.write(`${faultLine(fault)}\n`)
    const lost = faults.filter(isLoss).length
    const verdict = lost === 0 ? 'All are whole.' : `${lost} damaged or missing.`
    process.stdout.write(`${blobs} blobs, ${bytes} bytes read again. ${verdict}\n`)
  }
  return faults.some(isLoss) ? 1 : 0
}

function isLoss({ state }: ScrubFault): boolean {
  return state === 'damaged' || state === 'missing'
}

function faultLine({ state, path, partOf }: ScrubFault): string {
  return `${state}  ${path}${partOf.map((words) => `\n  ${words}`).join('')}`
}
