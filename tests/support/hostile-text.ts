/** Text as an enemy would give it: markup of every format, line breaks, control characters, reordering marks. */
export const HOSTILE =
  '<script>alert(1)</script> [x](javascript:alert(2)) ![i](http://evil.example/i.png) *a* _b_ `c` ~~d~~ | # ## &lt;&amp; "q" \'r\'\n\n# Heading\n- item\n```\n</style></title></article>\u0000\u0007\u202Egnp\uD800 ]]> <!-- '
