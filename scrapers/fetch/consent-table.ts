/** How consent banners are known, and which of their buttons is pressed: the one that gives away least. */

/** What pressing a button means, from the one that is liked best to the one that is liked least. */
export const CONSENT_ANSWERS = ['reject', 'necessary', 'close', 'accept'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

/** Buttons of well-known consent tools, by the names these tools give them on every site. */
export const KNOWN_BUTTONS: [ConsentAnswer, string][] = [
  ['reject', '#onetrust-reject-all-handler'],
  ['reject', '#CybotCookiebotDialogBodyButtonDecline'],
  ['reject', '#didomi-notice-disagree-button, .didomi-continue-without-agreeing'],
  ['reject', '[data-testid="uc-deny-all-button"]'],
  ['reject', '#truste-consent-required'],
  ['reject', '.osano-cm-denyAll, .osano-cm-deny'],
  ['reject', '.cmplz-deny'],
  ['reject', '.cky-btn-reject'],
  ['reject', '.cm-btn-decline'],
  ['reject', '.iubenda-cs-reject-btn'],
  ['reject', '.fc-cta-do-not-consent'],
  ['reject', '#axeptio_btn_dismiss'],
  ['reject', '#tarteaucitronAllDenied2'],
  ['reject', '.sp_choice_type_13, .sp_choice_type_REJECT_ALL'],
  ['reject', '.qc-cmp2-summary-buttons button[mode="secondary"]'],
  ['necessary', '#CybotCookiebotDialogBodyLevelButtonLevelOptinAllowallSelection'],
  ['necessary', '[data-cookie-refuse], [data-borlabs-cookie-refuse], ._brlbs-refuse-btn a'],
  ['close', '.onetrust-close-btn-handler'],
]

/** What buttons say, whole and without regard to case, in the languages that a desk meets most. */
export const BUTTON_WORDS: [ConsentAnswer, string[]][] = [
  [
    'reject',
    [
      ...['reject', 'reject all', 'reject all cookies', 'reject cookies', 'decline', 'decline all', 'deny'],
      ...['deny all', 'refuse', 'refuse all', 'disagree', 'i disagree', 'i do not accept', 'do not accept'],
      ...['do not consent', 'no thanks', 'no, thanks', 'continue without accepting', 'disagree and close'],
      ...['拒绝', '全部拒绝', '拒绝全部', '拒绝所有', '不同意', '不接受', '拒絕', '全部拒絕', '拒絕所有'],
      ...['ablehnen', 'alle ablehnen', 'alles ablehnen', 'cookies ablehnen', 'nicht zustimmen'],
      ...['ohne einwilligung weiter', 'weiter ohne zustimmung', 'weiter ohne einwilligung'],
      ...[
        'refuser',
        'tout refuser',
        'je refuse',
        'continuer sans accepter',
        'refuser tout',
        'refuser et fermer',
      ],
      ...['rechazar', 'rechazar todo', 'rechazar todas', 'rechazar todas las cookies', 'no acepto'],
      ...['rechazar cookies', 'continuar sin aceptar', '拒否', '拒否する', 'すべて拒否', 'すべて拒否する'],
      ...['同意しない', '許可しない'],
    ],
  ],
  [
    'necessary',
    [
      ...['only necessary', 'necessary only', 'necessary cookies only', 'only necessary cookies'],
      ...['use necessary cookies only', 'accept only necessary', 'accept necessary', 'essential only'],
      ...['only essential', 'only essential cookies', 'essential cookies only', 'strictly necessary only'],
      ...[
        'accept essential cookies',
        'allow essential cookies only',
        '仅必要',
        '仅限必要',
        '仅使用必要的cookie',
      ],
      ...['仅接受必要的cookie', '只接受必要的cookie', '僅必要', 'nur notwendige', 'nur notwendige cookies'],
      ...[
        'nur essenzielle',
        'nur essenzielle cookies akzeptieren',
        'nur erforderliche',
        'nur technisch notwendige',
      ],
      ...['nur notwendige cookies akzeptieren', 'nur erforderliche cookies', 'nécessaires uniquement'],
      ...['uniquement les cookies nécessaires', 'cookies essentiels uniquement', 'solo necesarias'],
      ...['solo cookies necesarias', 'solo las necesarias', 'aceptar solo las necesarias', '必要なもののみ'],
      ...['必須のみ', '必要なcookieのみ', '必須cookieのみ', '必要なクッキーのみ'],
    ],
  ],
  [
    'close',
    [
      ...[
        'close',
        'dismiss',
        'got it',
        'ok',
        'okay',
        'understood',
        '×',
        '✕',
        '关闭',
        '知道了',
        '我知道了',
        '關閉',
      ],
      ...[
        'schließen',
        'verstanden',
        'fermer',
        'compris',
        "j'ai compris",
        'cerrar',
        'entendido',
        '閉じる',
        '了解',
      ],
    ],
  ],
  [
    'accept',
    [
      ...['accept', 'accept all', 'accept all cookies', 'accept cookies', 'allow all', 'allow all cookies'],
      ...['i accept', 'i agree', 'agree', 'agree and continue', 'accept and continue', 'consent', 'allow'],
      ...[
        'accept and close',
        'yes, i agree',
        '同意',
        '接受',
        '全部接受',
        '接受所有',
        '接受全部',
        '同意并继续',
      ],
      ...[
        '我同意',
        '接受所有cookie',
        '全部同意',
        '同意並繼續',
        'akzeptieren',
        'alle akzeptieren',
        'zustimmen',
      ],
      ...['alles akzeptieren', 'alle cookies akzeptieren', 'einverstanden', 'akzeptieren und weiter'],
      ...['zustimmen und weiter', 'accepter', 'tout accepter', "j'accepte", 'accepter et fermer'],
      ...[
        'accepter et continuer',
        'aceptar',
        'aceptar todo',
        'aceptar todas',
        'acepto',
        'aceptar y continuar',
      ],
      ...[
        'aceptar todas las cookies',
        '同意する',
        'すべて同意する',
        '受け入れる',
        'すべて受け入れる',
        '許可する',
      ],
      ...['すべて許可', '承諾する'],
    ],
  ],
]

/** Words without which a box on a page is no consent banner (a source for `RegExp`, flags `iu`). */
export const BANNER_WORDS =
  'cookie|consent|gdpr|privacy|tracking|隐私|隱私|同意.{0,20}(?:政策|条款)|datenschutz|einwilligung|vie privée|confidentialité|consentement|privacidad|consentimiento|クッキー|プライバシー|個人情報'

/** Names that sites give to such boxes, in `id` or `class` (a source for `RegExp`, flag `i`). */
export const BANNER_NAMES =
  'cookie|consent|gdpr|ccpa|cmp|privacy|didomi|onetrust|truste|usercentrics|sp_message|qc-cmp|banner|notice'
