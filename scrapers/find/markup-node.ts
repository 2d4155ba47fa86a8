/** The part of a parsed node that find steps read. */

export type MarkupNode = {
  type: string
  name?: string
  data?: string
  attribs?: Record<string, string>
  children?: MarkupNode[]
}
