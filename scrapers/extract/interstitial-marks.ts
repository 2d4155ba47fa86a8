/** The words and markup by which pages that stand in for an article give themselves away. */
import type { ContentClass } from '#domain/capture.ts'

/** `seen` is the plain wording that a person reads as a signal. */
export type Mark = { contentClass: ContentClass; seen: string; pattern: RegExp }

/** Looked for in title and text of pages with little running text. Order is precedence. */
export const WORD_MARKS: Mark[] = [
  {
    contentClass: 'challenge',
    seen: 'the page says that it checks the browser',
    pattern:
      /just a moment(?:\.\.\.|…)|checking (?:if the site connection is secure|your browser)|(?:verify(?:ing)?|confirm|prove) (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|are you a (?:ro)?bot|pardon our interruption|ddos protection by|please enable js and disable any ad ?blocker|press (?:and|&) hold|unusual (?:traffic|activity) (?:from|has been)|complete the (?:security check|captcha)|enable javascript and cookies to continue|making sure you're not a bot/i,
  },
  {
    contentClass: 'challenge',
    seen: 'the page asks for a check in Chinese, Japanese or Korean',
    pattern:
      /(?:安全|人机|滑动|滑块|访问|身份|图形|网络环境)(?:验证|驗證)|(?:请|請)(?:完成|进行|通过|拖动)[^。\n]{0,12}(?:验证|驗證|滑块)|(?:访问|请求)(?:过于|太)频繁|环境异常|私はロボットではありません|로봇이 아닙니다/u,
  },
  {
    contentClass: 'challenge',
    seen: 'the page says that access was denied',
    pattern:
      /access (?:to this (?:page|site|resource) (?:has been |is )?)?denied|you (?:have been|are being|were) blocked|attention required!|request (?:was )?(?:blocked|unsuccessful)|reference #\s?\d+\.[0-9a-f]+|(?:访问|请求)(?:已)?被(?:拒绝|拦截|阻断|禁止)|您的(?:访问|请求)(?:可能)?(?:存在|对网站造成)/iu,
  },
  {
    contentClass: 'withdrawn',
    seen: 'the page says that the text was removed',
    pattern:
      /this (?:article|story|page|post|content|video|item)(?: has been| was| is)? (?:removed|withdrawn|retracted|taken down|deleted|unpublished|no longer available)|(?:该|此|本|您访问的)(?:文章|内容|新闻|帖子|页面|稿件|篇文章|网页|视频)(?:因[^。\n]{0,12})?(?:已经?|已被|被)(?:作者|发布者)?(?:自行)?(?:删除|下架|撤回|撤稿|移除|屏蔽)|(?:该|此)内容因[^。\n]{0,12}无法查看|已被发布者删除|この記事は(?:削除|掲載を終了)/iu,
  },
  {
    contentClass: 'soft_404',
    seen: 'the page says that there is no such page',
    pattern:
      /(?:page|article|story|content|url)(?: you(?:'re| are| were)? (?:requested|looking for|tried to reach))?(?: (?:was|is|could|cannot|can't|can not|has|does|doesn't)(?: not)?(?: be)?)? (?:not found|found|exist|be found|moved)\b(?<!\bis found)|page not found|404 (?:error|not found)|error 404|(?:can't|cannot|couldn't|could not) find (?:that|the|this) page|(?:页面|網頁|网页|頁面|文章|内容)(?:不存在|未找到|没有找到|找不到|走丢了|不见了|已失效)|找不到(?:该|此|您|您要|这个|相关)?[^。\n]{0,8}(?:页面|網頁|网页|頁面|文章|内容)|(?:访问|请求)的(?:页面|网页|文章|内容)[^。\n]{0,6}(?:不存在|找不到|已删除)|ページが見つかりません|페이지를 찾을 수 없|seite (?:wurde )?nicht gefunden|page (?:est )?introuvable|página no encontrada/iu,
  },
  {
    contentClass: 'paywall_stub',
    seen: 'the text breaks off and asks for a subscription',
    pattern:
      /(?:subscribe|sign up|register|log in|pay)(?: now)? to (?:(?:continue|keep) reading|unlock|finish|read (?:the (?:full|rest|whole)|this|on\b))|(?:to )?(?:continue|keep) reading (?:this|the|your|with)|to read (?:the (?:full|rest)|this)|(?:article|story|content) is (?:for|available to|reserved for|exclusive to) (?:our )?(?:subscribers|members)|subscribers?[- ]only|already (?:a|have a) subscri|you(?:'ve| have) (?:reached|used|read) (?:your|all)[^.\n]{0,30}(?:free )?articles|(?:订阅|付费|开通会员|购买|成为会员|充值)后?(?:即可|可|才能)?(?:继续)?(?:阅读|查看|解锁|观看)(?:全文|剩余|更多|完整)?|付费(?:文章|内容|阅读)|(?:本文|剩余)[^。\n]{0,10}(?:付费|会员专享|订阅用户)|会員限定|この記事は有料|artikel (?:lesen|weiterlesen) mit|réservé aux abonnés/iu,
  },
  {
    contentClass: 'login_wall',
    seen: 'the page asks for a sign-in',
    pattern:
      /(?:log|sign) ?in (?:to|or (?:register|sign up|create)) (?:continue|view|see|access|your account|read|an account)|you (?:must|need to) (?:be logged in|log in|sign in)|please (?:log|sign) ?in|(?:请|請)(?:先)?(?:登录|登錄|登入)|登[录錄入](?:后|後)(?:才能|可|即可)?(?:查看|访问|继续|阅读)|ログインしてください/iu,
  },
  {
    contentClass: 'consent_wall',
    seen: 'the page asks for consent to cookies',
    pattern:
      /before you continue to|we (?:value|respect|care about) your privacy|(?:accept|reject|agree to) (?:all )?(?:the )?(?:use of )?cookies|we(?: and our (?:\d+ )?partners)? use cookies|(?:manage|your) (?:privacy |cookie )(?:choices|settings|preferences|options)|(?:cookies?|datenschutz)[^.\n]{0,40}(?:akzeptieren|zustimmen)|accepter (?:et continuer|les cookies)|(?:同意|接受)[^。\n]{0,12}cookie/iu,
  },
  {
    contentClass: 'empty',
    seen: 'the page asks for JavaScript and shows nothing without it',
    pattern:
      /(?:enable|requires?|turn on|need) javascript|javascript is (?:disabled|required|not available|turned off)|(?:启用|开启|打开)\s?javascript/i,
  },
]

/** Looked for in the page's markup. Many ordinary pages carry the same scripts, so they count on short pages only. */
export const MARKUP_MARKS: Mark[] = [
  {
    contentClass: 'challenge',
    seen: 'markup of a bot check',
    pattern:
      /_cf_chl_opt|cf-chl-|challenge-platform\/h\/|captcha-delivery\.com|px-captcha|_Incapsula_Resource|distil_r_captcha|sec-if-cpt-container|awsWafCookieDomainList|AwsWafIntegration|TencentCaptcha|initGeetest|_guard\/(?:html|auto|slide)|acw_sc__v2|aliyun_waf/i,
  },
]
