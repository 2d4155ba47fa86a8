/** Says that something is sample data, wherever it is shown. */
export function SampleMark() {
  return <span className="mr-2 rounded-sm border border-edge px-1 text-xs font-medium">Sample data</span>
}
