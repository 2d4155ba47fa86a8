/** Runs a program to its end and watches the memory of it and of every process that it starts. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * `peakRssMb` adds up resident memory over the tree, so pages that processes share count several times, for everybody alike;
 * `ownPeakMb` is the most that the program itself took, `childPeakMb` the most that any one process below it took.
 */
export type Ran = {
  seconds: number
  peakRssMb: number
  ownPeakMb: number
  childPeakMb: number
  code: number | null
  stdout: string
  stderr: string
}

const LOOK_EVERY_MS = 30
const KEPT_CHARS = 4_000

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
    const peakKb = { tree: 0, own: 0, child: 0 }
    const look = setInterval(() => {
      let tree = 0
      for (const pid of treeOf(child.pid ?? 0)) {
        const { now, most } = memoryKb(pid)
        const side = pid === child.pid ? 'own' : 'child'
        peakKb[side] = Math.max(peakKb[side], most)
        tree += now
      }
      peakKb.tree = Math.max(peakKb.tree, tree)
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
      const [peakRssMb, ownPeakMb, childPeakMb] = [peakKb.tree, peakKb.own, peakKb.child].map(
        (kB) => kB / 1024,
      )
      resolve({
        seconds,
        peakRssMb: peakRssMb!,
        ownPeakMb: ownPeakMb!,
        childPeakMb: childPeakMb!,
        code,
        stdout,
        stderr,
      })
    })
  })
}

/** Resident memory of a process now, and the most that it had at any time: a look misses no peak before it. */
function memoryKb(pid: number): { now: number; most: number } {
  const status = read(`/proc/${pid}/status`)
  const kB = (field: string) => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0)
  return { now: kB('VmRSS'), most: kB('VmHWM') }
}

/** The process and everything below it. */
function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    // "pid (name) state ppid …": the name may hold anything, so what follows its last bracket counts.
    const stat = read(`/proc/${name}/stat`)
    const ppid = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (ppid) parents.set(Number(name), Number(ppid))
  }
  const isOurs = (pid: number): boolean => pid === root || (parents.has(pid) && isOurs(parents.get(pid)!))
  return [...parents.keys()].filter(isOurs)
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended since it was listed.
    return ''
  }
}
