/** How the DOCX looks: fonts with a Chinese, Japanese and Korean fallback, and the numbering of the source list. */
import { type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx'

export const SOURCE_LIST = 'sources'

/** Word takes `eastAsia` for Han characters; without it each machine picks another font. Twentieths and half points as Word counts. */
const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', eastAsia: 'SimSun', cs: 'Times New Roman' }
const BODY_HALF_POINTS = 22
const PARAGRAPH_GAP_TWIPS = 120

export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: BODY_HALF_POINTS, language: { value: 'en-GB', eastAsia: 'zh-CN' } },
      paragraph: { spacing: { after: PARAGRAPH_GAP_TWIPS } },
    },
  },
}

const INDENT_TWIPS = 480

export const DOCX_NUMBERING: INumberingOptions = {
  config: [
    {
      reference: SOURCE_LIST,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          style: { paragraph: { indent: { left: INDENT_TWIPS, hanging: INDENT_TWIPS } } },
        },
      ],
    },
  ],
}

/** Lines that belong to a numbered source stand under its words. */
export const UNDER_NUMBER = { left: INDENT_TWIPS }
