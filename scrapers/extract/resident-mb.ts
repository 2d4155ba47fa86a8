/** Looks up how much memory a process takes. */
import { readFileSync } from 'node:fs'

/** Resident memory in MB, or 0 where it cannot be told: the process has ended, or the system keeps no such files (Linux does). */
export function residentMb(pid: number | undefined): number {
  try {
    const [, kB] = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? []
    return Number(kB ?? 0) / 1024
  } catch {
    return 0
  }
}
