/** The words and markup by which pages that stand in for an article give themselves away. */
import type { ContentClass } from '#domain/capture.ts'

/** `seen` is the plain wording that a person reads as a signal. */
export type Mark = { contentClass: ContentClass; seen: string; pattern: RegExp }

/** Each alternative is one way of saying it, in English, Chinese, German, French, Spanish, Japanese and Korean. */
function words(...alternatives: string[]): RegExp {
  return new RegExp(alternatives.join('|'), 'iu')
}

const THING = '(?:article|story|page|post|content|report|video|item|document|thread)'
const SACHE = '(?:seite|artikel|beitrag|inhalt|meldung|dokument)'
const CHOSE = "(?:la |cette |l['’]|cet |ce )?(?:page|article|contenu|document)"
const COSA = '(?:(?:esta|este|el|la) )?(?:página|noticia|artículo|contenido|documento)'
const WEN = '(?:文章|内容|內容|新闻|新聞|帖子|页面|頁面|稿件|网页|網頁|视频|信息|链接)'

/** What such pages say to their reader. Order is precedence. Looked for outside quotation marks only. */
export const WORD_MARKS: Mark[] = [
  {
    contentClass: 'challenge',
    seen: 'the page says that it checks the browser',
    pattern: words(
      'just a moment ?(?:\\.\\.\\.|…)',
      'checking (?:if the site connection is secure|your browser)|verifying your browser',
      "(?:verify(?:ing)?|confirm|prove|check(?:ing)?) (?:that )?(?:you(?:'re|’re| are)) (?:a )?(?:human|not a (?:ro)?bot|real person)",
      "tells? us (?:that )?you(?:'re|’re| are) a real person|to see if it['’]s really you|making sure (?:that )?you(?:['’]re| are) not a (?:ro)?bot",
      'are you a (?:ro)?bot\\?|pardon our interruption|ddos protection by|please enable js and disable any ad ?blocker',
      'press (?:and|&) hold (?:to|the)|slide (?:right|the \\w+) to (?:secure|verify|complete)|complete the (?:security check|captcha)',
      'unusual (?:traffic|activity) (?:from|has been)|enable javascript and cookies to continue|needs? to review the security of your connection',
      'request looks automated|(?:type|enter) the characters you see',
      'nur einen moment ?(?:\\.\\.\\.|…)|ob sie ein mensch sind|sicherheit ihrer verbindung überprüfen|dass sie kein (?:ro)?bot sind|sind sie ein roboter',
      "un instant ?(?:\\.\\.\\.|…)|vérification (?:que vous|de votre navigateur)|que vous (?:êtes bien un (?:être )?humain|n[’']êtes pas un robot)|êtes-vous un robot|vérifier la sécurité de votre connexion|trafic inhabituel",
      'un momento ?(?:\\.\\.\\.|…)|verificando que (?:usted es|eres) (?:un )?(?:ser )?humano|que no (?:eres|es) un robot|revisar la seguridad de su conexión|actividad inusual desde',
      '人間であることを(?:確認|証明)|ロボットで(?:は)?(?:ない|ありません)|通常と異なるアクセス|接続のセキュリティを確認|사람인지 확인|로봇이 아닙니다',
    ),
  },
  {
    contentClass: 'challenge',
    seen: 'the page asks for a check in Chinese',
    pattern: words(
      '(?:安全|人机|人機|滑动|滑块|访问|身份|图形|智能|网络环境)(?:验证|驗證|检测)',
      '(?:请|請)[^。\\n]{0,8}(?:完成|进行|通过|拖动|拖動)[^。\\n]{0,14}(?:验证|驗證|滑块|拼图|操作)|(?:拖动|拖動)(?:下方)?滑块',
      '(?:访问|请求|操作)(?:过于|太)频繁|环境异常|网络环境存在异常|(?:是否|不)是(?:真人|機器人|机器人)|连接的安全性',
    ),
  },
  {
    contentClass: 'challenge',
    seen: 'the page says that access was denied',
    pattern: words(
      'access (?:to this (?:page|site|resource|website) (?:has been |is |was )?)?denied|you (?:have been|are being|were) blocked',
      "you don['’]t have permission to access|attention required!|request (?:was )?(?:blocked|unsuccessful)|reference #\\s?\\d+\\.[0-9a-f]+|block reason:",
      '(?:访问|请求|操作)(?:已)?被(?:拒绝|拦截|阻断|禁止)|您的(?:访问|请求)(?:可能)?(?:存在|对网站造成|带有)|网站防火墙|设置拦截',
      'zugriff verweigert|accès refusé|acceso denegado|アクセスが拒否',
    ),
  },
  {
    contentClass: 'withdrawn',
    seen: 'the page says that the text was removed',
    pattern: words(
      `\\bthis ${THING}(?: has been| was| is| has)? (?:since )?(?:been )?(?:removed|withdrawn|retracted|taken down|deleted|unpublished|expired|no longer (?:available|online))`,
      `\\bwe have (?:removed|withdrawn|retracted|taken down|unpublished) (?:this|the) ${THING}`,
      `^${THING} (?:removed|withdrawn|no longer available)|(?:unavailable (?:due to|for) legal reasons)|for legal reasons,? this`,
      `(?:该|此|本|您(?:要|所|想)?(?:访问|查看|浏览)的)${WEN}(?:因[^。\\n]{0,12})?(?:已经?|已被|被)(?:作者|发布者)?(?:自行)?(?:删除|下架|下线|撤回|撤稿|移除|屏蔽)`,
      '(?:该|此)内容因[^。\\n]{0,12}无法查看|已被发布者删除|(?:该|此)?(?:帐号|账号|公众号)已(?:被)?(?:屏蔽|封禁|冻结|注销)',
      `dieser? ${SACHE} (?:ist|wurde|steht) (?:leider )?(?:nicht (?:mehr|länger) (?:verfügbar|online|zur verfügung)|entfernt|gelöscht|zurückgezogen)`,
      `${CHOSE} (?:a été (?:retirée?|supprimée?|dépubliée?)|n['’]est plus (?:disponible|en ligne))`,
      `${COSA} (?:ya no (?:está|se encuentra) disponible|ha sido (?:eliminad|retirad|borrad)[oa])`,
      'この(?:記事|ページ|コンテンツ)は[^。\\n]{0,16}(?:削除|掲載(?:期間)?(?:が|を)?終了|公開を終了)',
    ),
  },
  {
    contentClass: 'soft_404',
    seen: 'the page says that there is no such page',
    pattern: words(
      "(?:page|article|story|content|url)(?: you(?:'re|’re| are| were)? (?:requested|looking for|tried to reach))?(?: (?:was|is|could|cannot|can't|can not|has|does|doesn't)(?: not)?(?: be)?)? (?:not found|found|exist|be found|moved)\\b(?<!\\bis found)",
      "page not found|404 (?:error|not found)|error 404|(?:can['’]t|cannot|couldn['’]t|could not|unable to)(?: seem to)? find (?:that|the|this) page",
      `(?:页面|網頁|网页|頁面|文章|内容)(?:不存在|未找到|没有找到|找不到|走丢了|不见了|已失效)|找不到(?:该|此|您|您要|这个|相关)?[^。\\n]{0,8}${WEN}|(?:访问|请求)的(?:页面|网页|文章|内容)[^。\\n]{0,6}(?:不存在|找不到|已删除)`,
      `${SACHE} (?:wurde |konnte )?(?:leider )?nicht gefunden|${SACHE} (?:existiert nicht|gibt es (?:leider )?nicht)`,
      `page (?:est )?introuvable|page que vous (?:re)?cherchez|${CHOSE} (?:demandée? )?n['’]existe (?:pas|plus)`,
      'página no encontrada|(?:encontrar|encontramos|encontrado) la página|la página (?:que buscas|solicitada) no (?:existe|se)',
      'ページ(?:が|は)見つかりません|ページは存在しません|페이지를 찾을 수 없',
    ),
  },
  {
    contentClass: 'login_wall',
    seen: 'the page asks for a sign-in',
    pattern: words(
      '(?:log|sign) ?in (?:to|or (?:register|sign up|create)) (?:continue|view|see|access|your account|read|an account)',
      'you (?:must|need to|have to) (?:be logged in|log in|sign in) to (?:view|see|read|access|continue)|please (?:log|sign) ?in(?: to (?:view|see|read|access|continue)|\\.|$)',
      '(?:请|請)(?:先)?(?:登录|登錄|登入)(?:后|後|查看|$|。)|登[录錄入](?:后|後)(?:才能|可|即可)?(?:查看|访问|继续|阅读)',
      '(?:bitte )?melden sie sich (?:bitte )?an,? um|connectez-vous pour|inicia(?:r)? sesión para|ログインしてください',
    ),
  },
  {
    contentClass: 'error',
    seen: 'the server says that something went wrong',
    pattern: words(
      '\\b(?:502 bad gateway|503 service (?:temporarily )?unavailable|504 gateway time-?out|500 internal server error|internal server error)\\b',
      'error establishing a database connection|fatal error:? |uncaught \\w*exception|sqlstate\\[|stack trace:|runtime error$',
      "(?:site|page|service) is (?:down for|undergoing) (?:scheduled )?maintenance|we['’]ll be back (?:soon|shortly)|connection timed out",
      '(?:系统|服务器|服务)(?:繁忙|错误|异常|内部错误|开小差)|数据库(?:连接)?错误|网站(?:维护|升级)中',
      'wartungsarbeiten|vorübergehend nicht erreichbar|erreur interne du serveur|maintenance en cours|error interno del servidor|メンテナンス中|サーバーエラー',
    ),
  },
  {
    contentClass: 'empty',
    seen: 'the page asks for JavaScript and shows nothing without it',
    pattern: words(
      '(?:enable|requires?|turn on|need) javascript|javascript is (?:disabled|required|not available|turned off)',
      '(?:启用|开启|打开|不支持)\\s?javascript',
    ),
  },
]

/** Markup that only bot checks have. */
export const CHECK_MARKUP: Mark = {
  contentClass: 'challenge',
  seen: 'markup of a bot check',
  pattern:
    /_cf_chl_opt|cf-chl-|captcha-delivery\.com|px-captcha|_Incapsula_Resource|distil_r_captcha|sec-if-cpt-container|awsWafCookieDomainList|AwsWafIntegration|TencentCaptcha|initGeetest|_guard\/(?:html|auto|slide)|acw_sc__v2|aliyun_waf|KPSDK|jsl\w*_clearance/i,
}

/** Scripts of bot checks that ordinary pages carry too: they say something only where nothing else is on the page. */
export const CHECK_SCRIPT: Mark = {
  contentClass: 'challenge',
  seen: 'a script that sets a cookie or checks the browser, and nothing else',
  pattern:
    /challenge-platform\/|document\.cookie\s*=[\s\S]{0,600}location(?:\.reload|\.href\s*=|\.replace|\s*=)/i,
}
