import { describe, expect, test } from 'vitest'
import { readSignedLine } from '#scrapers/extract/signed-line.ts'

describe('a line that signs', () => {
  test.each([
    ['By Dora Example', 'Dora Example', false],
    ['BY DORA EXAMPLE | March 2, 2026', 'DORA EXAMPLE', false],
    ['Posted by deckhand on March 2, 2026 at 9 pm', 'deckhand', true],
    ['Words by Dora Example. Photographs by Max Muster', 'Dora Example', false],
    ['9. Oktober 2012 von Mira', 'Mira', false],
    ['geschrieben von Otto Muster am 21. Januar 2016', 'Otto Muster', true],
    ['Von Dora Beispiel und Max Vorlage, Nordmark', 'Dora Beispiel und Max Vorlage, Nordmark', false],
    ['Publié par Nora le 3 mai 2019', 'Nora', true],
    ['Par DORA EXEMPLE envoyée spéciale à Nordmarque', 'DORA EXEMPLE', false],
    ['Publicado por Dora Ejemplo', 'Dora Ejemplo', true],
    ['di Dora Esempio', 'Dora Esempio', false],
    ['Door Jan Voorbeeld, 12 mei 2019', 'Jan Voorbeeld', false],
  ])('%s', (line, names, isStated) => {
    expect(readSignedLine(line)).toEqual({ names, isStated })
  })
})

describe('a line that does not', () => {
  test.each([
    'Photo by Dora Example',
    'Powered by Boats',
    'by the council',
    'The ferry was saved by Dora Example',
    'Please help improve this article by adding citations',
    'Von Kiel nach Lübeck fährt seit gestern wieder ein Schiff, das früher in der Bucht lag und dort verkehrte.',
    '',
  ])('%s', (line) => {
    expect(readSignedLine(line)).toBeNull()
  })

  test('a long line costs no time', () => {
    const started = performance.now()
    for (const part of ['by ', 'von Dora ', 'Posted by ', '( by', 'x, ']) readSignedLine(part.repeat(20_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
