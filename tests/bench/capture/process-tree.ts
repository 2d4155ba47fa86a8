/** Runs a program to its end and watches the memory of it and of every process that it starts. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type Ran = { seconds: number; peakRssMb: number; code: number | null; stdout: string; stderr: string }

const LOOK_EVERY_MS = 100
const PAGE_KB = 4
const KEPT_CHARS = 4_000

/** `peakRssMb` adds up resident memory over the tree, so pages that processes share count several times, for everybody alike. */
export function runWatched(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    let peakKb = 0
    const look = setInterval(() => {
      peakKb = Math.max(peakKb, treeRssKb(child.pid ?? 0))
    }, LOOK_EVERY_MS)
    child.stdout.on('data', (piece: Buffer) => {
      stdout += piece.toString('utf8')
    })
    child.stderr.on('data', (piece: Buffer) => {
      stderr = (stderr + piece.toString('utf8')).slice(-KEPT_CHARS)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(look)
      const seconds = (performance.now() - started) / 1000
      resolve({ seconds, peakRssMb: peakKb / 1024, code, stdout, stderr })
    })
  })
}

function treeRssKb(root: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    // "pid (name) state ppid …": the name may hold anything, so what follows its last bracket counts.
    const stat = read(`/proc/${name}/stat`)
    const ppid = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (ppid) parents.set(Number(name), Number(ppid))
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid)!))
  return [...parents.keys()]
    .filter(isOurs)
    .reduce((sum, pid) => sum + Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * PAGE_KB, 0)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended since it was listed.
    return ''
  }
}
