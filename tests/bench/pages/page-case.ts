/** What a page is judged by: its bytes, and what a person would write down from it. */

/** `published` is a day. null: the page does not tell, and an answer is not judged. Left out: nobody wrote it down. */
export type PageGold = {
  title?: string | null
  byline?: string | null
  publisher?: string | null
  published?: string | null
  language: string
  body: string
}

export type PageCase = { name: string; url: string | null; html: Uint8Array; gold: PageGold }

/** What any reader of pages gives; null where it gives nothing. */
export type PageAnswer = {
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  language: string | null
  body: string
}
