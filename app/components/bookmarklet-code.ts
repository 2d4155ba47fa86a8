/** The program of the bookmark: it opens the desk's form with the page's address, its title and the selected words. */

/** Servers and proxies cut longer addresses; the selection gives way, a whole character at a time. */
const MAX_QUERY_CHARACTERS = 6_000

/**
 * A `javascript:` address for the desk at `origin` (without a slash at the end). It reads the page and changes nothing on
 * it. Where the browser opens no new window, as on phones, it leaves the page.
 */
export function bookmarkletCode(origin: string, path: string): string {
  const target = JSON.stringify(`${origin}${path}?`)
  const program = [
    `let words=[...String(getSelection()).trim()],query;`,
    `do{query=new URLSearchParams({url:location.href,title:document.title.slice(0,300),quote:words.join('')}).toString();`,
    `words=words.slice(0,Math.floor(words.length*.9))}while(query.length>${MAX_QUERY_CHARACTERS}&&words.length);`,
    `const to=${target}+query;if(!open(to))location.href=to`,
  ].join('')
  return `javascript:${encodeURIComponent(`(()=>{${program}})()`)}`
}
