/** The words of walls: how consent banners talk, how a text that breaks off asks for money, and how sites merely offer. */

/** A sentence about consent, as banners and walls are full of. */
export const CONSENT_TALK =
  /cookies?\b|クッキー|\bconsent|legitimate interests?|personal data|your privacy|privacy (?:choices|settings|policy)|\bpartners?\b|on (?:a|your) device|personali[sz]ed|audience|measure(?:ment)?s? (?:ad|content)|\btracking\b|object to|change your mind|datenschutz|privatsphäre|einwillig|zustimm|\bakzeptier|werbung|geräte-kennung|personenbezogen|traceurs?|vie privée|données personnelles|publicit|consentement|\bsocios\b|privacidad|datos personales|隐私|隱私|个人信息|同意|投放广告|プライバシー|広告の配信/iu

/** Asks for consent now: what a banner's buttons and headings say. */
export const CONSENT_ASKED =
  /before you continue to|we (?:value|respect|care about) your privacy|your privacy, your choice|(?:accept|reject|agree to) (?:all )?(?:the )?(?:use of )?cookies|(?:accept|reject) all\b|agree and close|we(?:, [^.\n]{0,60},)?(?: and our (?:\d+ )?partners)? use cookies|we and our (?:[\d,.]+ )?partners|(?:manage|your) (?:privacy |cookie )(?:choices|settings|preferences|options)|cookies[^.\n]{0,60}(?:akzeptieren|zustimmen|gespeichert)|akzeptieren und weiter|ihre privatsphäre|(?:continuer sans accepter|accepter et (?:continuer|fermer)|acceptant les cookies|respect de votre vie privée)|aceptar (?:y continuar|todas)|valoramos tu privacidad|asks for your consent|ask(?:ing)? for your consent|(?:usamos|utilizamos) cookies|(?:同意|接受)[^。\n]{0,12}cookie|cookie[^。\n]{0,14}同意|同意并继续|すべて同意/iu

/** A button of a consent form, on a line of its own. */
export const CONSENT_BUTTON =
  /^(?:consent|manage options|(?:no )?acepto|(?:accept|reject|allow|decline|agree|disagree)(?: to)? (?:all|additional|optional|necessary)(?: cookies)?|alle (?:akzeptieren|annehmen|ablehnen|zulassen)|zustimmen|tout (?:accepter|refuser)|(?:aceptar|rechazar) tod[oa]s?|全部(?:接受|同意|拒绝)|すべて(?:同意|拒否)する?)$/imu

/** Says that this very text goes on behind the wall. */
export const TEXT_IS_CUT =
  /(?:subscribe|sign up|register|log in|pay)(?: now)? to (?:(?:continue|keep) reading|unlock|finish|read (?:the (?:full|rest|whole)|this|on\b))|(?:continue|keep) reading (?:this|the|your) (?:article|story)|unlock this|to read (?:the (?:full|rest)|this)|(?:article|story|content) is (?:for|available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers?[- ]only|you(?:'ve|’ve| have) (?:reached|used|read) (?:your|all)[^.\n]{0,30}free (?:articles?|stor)|(?:订阅|付费|开通会员|购买|成为会员|充值|登录)后?(?:即可|可以|可|才能)?(?:继续)?(?:阅读|查看|解锁|观看)(?:全文|剩余|更多|完整|余下)|免费阅读(?:上限|次数)|(?:剩余|还有|还剩)\s?[\d,]+\s?字|试读|付费(?:文章|内容)|(?:本文|此文|剩余)[^。\n]{0,10}(?:付费|会员专享|订阅用户|用户专享)|(?:有料)?会員限定|残り\s?[\d,]+\s?文字|この記事は有料|artikel (?:lesen|weiterlesen) mit|weiterlesen mit|exklusiv für (?:unsere )?abonnent|réservée? (?:à nos |aux )abonnés|reste [\d ]+% de cet article|contenido exclusivo para|para seguir leyendo/iu

/** Offers a subscription: complete articles have such boxes too. */
export const OFFERS_MORE =
  /already (?:a|have a|an?)? ?(?:subscri|account|member)|subscribe (?:now|today|for)|unlimited access|cancel any time|choose a plan|立即订阅|立即开通|已是会员|abonnez-vous|déjà abonné|jetzt (?:abonnieren|testen)|bereits ein abo|suscríbete|ya eres suscriptor|有料会員登録/iu

/** Who may read on: those who pay, or have an account. */
export const FOR_PAYERS =
  /subscri|\bmembers?(?:hip)?\b|premium|\bpay\b|[$€£¥]\s?\d|\d\s?[€£]|\btrial\b|essai|free account|\bplans?\b|订阅|会员|會員|付费|购买|开通|abonn|\babo\b|vorbehalten|suscri|有料|会員/iu
/** There is more to read. */
export const TEXT_GOES_ON =
  /read on\b|(?:continue|keep) reading|the rest of (?:this|the)|unlock|this (?:article|story|content) |full (?:article|story)|全文|全部内容|余下|解锁|继续阅读|weiterlesen|dieser (?:inhalt|artikel)|ganzen artikel|la suite|lire la suite|cet article|seguir leyendo|este (?:artículo|contenido)|続き|この記事/iu
/** Terms of a trial, as walls set them out where the text should go on. */
export const ON_TRIAL =
  /(?:your|free) trial\b|try (?:full|unlimited) access|probeabo|offre d['’]essai|免费试用|periodo de prueba/iu
