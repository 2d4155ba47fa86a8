import { describe, expect, test } from 'vitest'
import { visibleText } from '#scrapers/extract/visible-text.ts'

describe('visible text', () => {
  test('blocks make lines, inline elements do not', () => {
    expect(visibleText('<p>One <b>hun</b>dred</p><div>and<span> forty</span></div>')).toBe(
      'One hundred\nand forty',
    )
  })

  test('line breaks, cells and list items keep words apart', () => {
    expect(
      visibleText(
        '<p>one<br>two</p><table><tr><td>140</td><td>trillion</td></tr><tr><td>x</td></tr></table>',
      ),
    ).toBe('one\ntwo\n140\ttrillion\nx')
    expect(visibleText('<ul><li>one<li>two</ul>')).toBe('one\ntwo')
  })

  test('whitespace folds to single spaces across elements, and non-breaking spaces stay', () => {
    expect(visibleText('<p>  140 \n\t <i> trillion</i>  <i> a&nbsp;day </i></p>')).toBe(
      '140 trillion a\u00a0day',
    )
  })

  test('preformatted text keeps its lines and spaces', () => {
    expect(visibleText('<pre>a  b\n  c</pre>')).toBe('a  b\n  c')
  })

  test('entities are decoded, named, decimal and hexadecimal', () => {
    expect(visibleText('<p>&ldquo;caf&eacute;&rdquo; &#20140; &#x4E07;亿 &amp;lt;</p>')).toBe(
      '“café” 京 万亿 &lt;',
    )
  })

  test('what a browser does not show is not read', () => {
    const html =
      '<title>t</title><style>s</style><script>"<p>x</p>"</script><template>t</template><noscript>n</noscript>' +
      '<p hidden>h</p><p style="color:red; DISPLAY : none">d</p><span style="visibility:hidden">v</span><dialog>x</dialog>' +
      '<p hidden="until-found">found</p><p>seen</p><!-- comment -->'
    expect(visibleText(html)).toBe('found\nseen')
  })

  test('a body hidden until its scripts ran is read all the same', () => {
    expect(visibleText('<html><body style="display:none"><p>seen</p></body></html>')).toBe('seen')
  })

  test('a long text that is laid out but hidden waits for a script to show it, and is read', () => {
    const story = 'The pier will stay shut for eighteen months. '.repeat(20).trim()
    expect(visibleText(`<div style="visibility: hidden; opacity: 0">${story}</div>`)).toBe(story)
    expect(visibleText(`<div style="display: none">${story}</div>`)).toBe('')
  })

  test('a less-than sign in running text is text', () => {
    expect(visibleText('<p>3 < 4 and 5 > 4</p>')).toBe('3 < 4 and 5 > 4')
  })
})

describe('hostile pages', () => {
  test('two hundred thousand levels neither overflow the stack nor lose the text', () => {
    const html = `${'<div><b>'.repeat(200_000)}bottom`
    expect(visibleText(html)).toBe('bottom')
  })

  test('half a million characters of tags, quotes or comments are read in proportion to their length', () => {
    const units = [
      '<b>',
      '<p>',
      '<a href="',
      '<!--',
      '<font color=red><p>',
      '</div>',
      '<table><tr><td>',
      '< ',
      '<script>',
    ]
    for (const unit of units) {
      const started = performance.now()
      visibleText(`before ${unit.repeat(Math.floor(500_000 / unit.length))}`)
      expect(performance.now() - started, unit).toBeLessThan(5000)
    }
  })
})
