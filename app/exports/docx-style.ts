/** How the DOCX looks (ISO/IEC 29500-1): fonts with a Chinese, Japanese and Korean fallback, headings, links, and two kinds of list. */

/** Numbers by which paragraphs name their list. */
export const LISTS = { bullet: 1, sources: 2 } as const

/** Lines that belong to a numbered source stand under its words. Twentieths of a point. */
export const INDENT_TWIPS = 480

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const BODY_HALF_POINTS = 22
const PARAGRAPH_GAP_TWIPS = 120

/** Word takes `eastAsia` for Han characters; without it each machine picks another font. */
const FONTS = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="SimSun" w:cs="Times New Roman"/>'
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`

function style(id: string, name: string, looks: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>${looks}</w:style>`
}

function headingLooks(level: number, halfPoints: number): string {
  return `<w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="${level}"/></w:pPr><w:rPr><w:b/><w:bCs/>${size(halfPoints)}</w:rPr>`
}

export const STYLES_XML = [
  `${HEAD}<w:styles ${W}>`,
  `<w:docDefaults><w:rPrDefault><w:rPr>${FONTS}${size(BODY_HALF_POINTS)}<w:lang w:val="en-GB" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>`,
  `<w:pPrDefault><w:pPr><w:spacing w:after="${PARAGRAPH_GAP_TWIPS}"/></w:pPr></w:pPrDefault></w:docDefaults>`,
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  style('Title', 'Title', `<w:rPr><w:b/><w:bCs/>${size(40)}</w:rPr>`),
  style('Heading1', 'heading 1', headingLooks(0, 30)),
  style('Heading2', 'heading 2', headingLooks(1, 25)),
  style('ListParagraph', 'List Paragraph', ''),
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F4E96"/><w:u w:val="single"/></w:rPr></w:style>',
  '</w:styles>',
].join('')

function list(id: number, format: 'bullet' | 'decimal', text: string, hangTwips: number): string {
  const place = `<w:pPr><w:ind w:left="${INDENT_TWIPS}" w:hanging="${hangTwips}"/></w:pPr>`
  return `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${place}</w:lvl></w:abstractNum>`
}

const number = (id: number) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`

export const NUMBERING_XML = [
  `${HEAD}<w:numbering ${W}>`,
  list(LISTS.bullet, 'bullet', '•', INDENT_TWIPS / 2),
  list(LISTS.sources, 'decimal', '%1.', INDENT_TWIPS),
  number(LISTS.bullet),
  number(LISTS.sources),
  '</w:numbering>',
].join('')
