/** The clock of the benchmarks: processor time of this thread, which a busy machine does not stretch as it does wall time. */

/** Milliseconds of processor time this thread has used so far; differences of two readings are what counts. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
