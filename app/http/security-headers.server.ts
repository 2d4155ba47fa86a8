/** The security headers of every page: scripts only with this response's nonce, no frames, nothing from elsewhere. */

/**
 * Headers for one response. `nonce` is what scripts of ours carry; `publicUrl` (or null) tells whether browsers may be
 * bound to https. Content-Security-Policy Level 3; Referrer-Policy so that a cited site does not learn what we check.
 */
export function securityHeaders(page: { nonce: string; publicUrl: string | null }): Record<string, string> {
  const https = page.publicUrl?.startsWith('https:') ?? false
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${page.nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
    'X-Robots-Tag': 'noindex, nofollow',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
