/** Reads robots.txt by RFC 9309: which group speaks to us, and whether its rules allow an address. Pure. */

type Rule = { allow: boolean; pattern: string; line: string }

/** The rules that hold for one product token. `speaksTo` says whether a group names it, or only `*`, or none applies. */
export type RobotsRules = { speaksTo: 'us' | 'everybody' | 'nobody'; rules: Rule[] }

/** RFC 9309 2.5: parsers must read at least 500 KiB; nothing honest is longer. In UTF-16 units. */
const MAX_CHARACTERS = 500 * 1024
/** A rule longer than this matches no address worth fetching. */
const MAX_PATTERN_CHARACTERS = 2_000

/** The product token of a User-Agent: its first word, as far as it is made of letters, `_` and `-` (RFC 9309 2.2.1). */
export function productToken(userAgent: string): string {
  return /^[A-Za-z_-]+/.exec(userAgent.trim())?.[0].toLowerCase() ?? ''
}

/** All groups that name the token are one group; where none does, the groups for `*` are (2.2.1). Unknown lines end no group. */
export function readRobots(text: string, token: string): RobotsRules {
  const ours: Rule[] = []
  const everybodys: Rule[] = []
  let named = { us: false, all: false }
  let seen = { us: false, all: false }
  let isNaming = false
  for (const raw of text
    .replace(/^\uFEFF/, '')
    .slice(0, MAX_CHARACTERS)
    .split(/\r\n|\r|\n/)) {
    const line = raw.replace(/#.*$/, '').trim()
    const [, key = '', value = ''] = /^([A-Za-z-]+)\s*:\s*(.*)$/.exec(line) ?? []
    const name = key.toLowerCase()
    if (name === 'user-agent') {
      if (!isNaming) named = { us: false, all: false }
      isNaming = true
      if (value === '*') named.all = true
      else if (token !== '' && productToken(value) === token) named.us = true
      seen = { us: seen.us || named.us, all: seen.all || named.all }
    } else if (name === 'allow' || name === 'disallow') {
      isNaming = false
      if (value === '' || value.length > MAX_PATTERN_CHARACTERS) continue
      const rule = { allow: name === 'allow', pattern: fold(value), line }
      if (named.us) ours.push(rule)
      if (named.all) everybodys.push(rule)
    }
  }
  if (seen.us) return { speaksTo: 'us', rules: ours }
  return { speaksTo: seen.all ? 'everybody' : 'nobody', rules: everybodys }
}

/** The most specific rule decides (longest pattern, `allow` where two are as long); without one everything is allowed (2.2.2). */
export function robotsAllow(rules: RobotsRules, address: string): { allowed: boolean; line: string | null } {
  const { pathname, search } = new URL(address)
  if (pathname === '/robots.txt') return { allowed: true, line: null }
  const path = fold(pathname + search)
  const fitting = rules.rules.filter(({ pattern }) => fits(pattern, path))
  const best = fitting.reduce<Rule | null>((before, rule) => {
    const more = rule.pattern.length - (before?.pattern.length ?? -1)
    return more > 0 || (more === 0 && rule.allow) ? rule : before
  }, null)
  return { allowed: best?.allow ?? true, line: best?.line ?? null }
}

/** `*` stands for any characters, `$` at the end for the end (2.2.3). Parts are found from left to right, so that no pattern is slow. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const first = parts[0] ?? ''
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : ''
  if (!isAnchored) return path.indexOf(last, at) >= 0
  return parts.length === 1 ? at === path.length : path.length - last.length >= at && path.endsWith(last)
}

/** Octets in one spelling: what is not ASCII is escaped, escapes of unreserved signs are undone, hex is upper case (2.2.2). */
function fold(path: string): string {
  return path
    .replace(/[^\x21-\x7e]+/gu, (signs) => encodeURIComponent(signs.replace(/\p{Cs}/gu, '\uFFFD')))
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const sign = String.fromCharCode(Number.parseInt(escaped.slice(1), 16))
      return /[A-Za-z0-9._~-]/.test(sign) ? sign : escaped.toUpperCase()
    })
}
