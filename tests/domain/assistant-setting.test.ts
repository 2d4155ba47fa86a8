import { describe, expect, it } from 'vitest'
import { assistantSetting, assistantStanding } from '#domain/assistant-setting.ts'

describe('the assistant', () => {
  it.each([
    [{}, /ASSISTANT_PROTOCOL/],
    [
      { ASSISTANT_URL: 'http://ai.example', ASSISTANT_API_KEY: 'k', ASSISTANT_MODEL: 'm' },
      /ASSISTANT_PROTOCOL/,
    ],
    [{ ASSISTANT_PROTOCOL: 'ollama' as const }, /ASSISTANT_MODEL/],
    [{ ASSISTANT_PROTOCOL: 'openai' as const, ASSISTANT_MODEL: 'm' }, /ASSISTANT_URL/],
    [{ ASSISTANT_PROTOCOL: 'xai' as const, ASSISTANT_MODEL: 'm' }, /ASSISTANT_API_KEY/],
  ])('is off with %o, and says what is missing', (settings, missing) => {
    expect(assistantSetting(settings)).toEqual({ on: false, missing: expect.stringMatching(missing) })
  })

  it('is asked about a guarded article only where it is the house’s own', () => {
    const settings = { ASSISTANT_PROTOCOL: 'ollama' as const, ASSISTANT_MODEL: 'm' }
    const standing = (own: string[], sensitivity: 'open' | 'discreet' | 'covert') =>
      assistantStanding({ ...settings, STET_OWN_HOSTS: own }, sensitivity).state
    expect(standing([], 'open')).toBe('ready')
    expect(standing([], 'discreet')).toBe('guarded')
    expect(standing([], 'covert')).toBe('guarded')
    expect(standing(['127.0.0.1'], 'covert')).toBe('ready')
    expect(assistantStanding({ STET_OWN_HOSTS: [] }, 'open').state).toBe('off')
  })
})
