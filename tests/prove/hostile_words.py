"""Words that hostile requests are made of: names, values, header fields, broken framing."""

from __future__ import annotations

METHODS = ("GET",) * 12 + ("HEAD", "POST", "POST", "POST", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get", "FOO")
#: Methods and path of a request that is answered whatever else it holds.
ANSWERED = ("GET", "HEAD", "POST", "OPTIONS")
PLACES = (
    "/", "/conformance", "/openapi", "/collections", "/healthz", "/codelists", "/codelists/topics", "/codelists/{v}",
    "/coverage",
    "/collections/{c}", "/collections/{c}/schema", "/collections/{c}/queryables", "/collections/{c}/facets",
    "/collections/{c}/distribution", "/similar-regions",
    "/collections/{c}/items/{v}", "/static/{v}", "/{v}", "//{v}//", "/collections/{v}/items", "/collections/{c}/items/",
    *["/collections/{c}/items"] * 14,
)  # fmt: skip
RESERVED = (
    "limit", "offset", "bbox", "bbox-crs", "crs", "datetime", "q", "filter", "filter-lang", "filter-crs", "f", "lang",
    "properties", "sortby", "facets", "by", "compare", "skipGeometry", "resulttype", "title", "topic", "scope",
    "country", "period", "open", "edition", "exclude", "include", "mode", "objective", "nuts3", "", "no_such",
    "utm_source",
)  # fmt: skip
VALUES = (
    "", "0", "1", "-1", "10", "1e9", "99999999999999999999", "0x1", "١٢", "NaN", "IT", "IT,FR", "RSO2.6", "PO2",
    "today", "..", "2021-01-01/..", "../2021", "2021-13-45", "5,43,12,48", "12,48,5,43", "5,43", "0,0,0,0,0,0",
    "nan,0,1,1", "json", "html", "csv", "xlsx", "jsonld", "xml", "en", "de", "true", "True", "-name", "+name",
    "name,name", "samples", "%", "http://www.opengis.net/def/crs/EPSG/0/3035", "http://www.opengis.net/def/crs/EPSG/0/0",
    "[EPSG:4326]", "hits",
    "../../etc/passwd", "<script>alert(1)</script>", "' OR 1=1 --", "{{7*7}}", "${7*7}", "\x00", "\r\nX: y", "\ud7ff",
    "a" * 3000, "ITG11", "2021IT16RFPR001", "Sicily", "🇪🇺", "\u202eabc", "é" * 50, "*", "a,b\\,c", "56d53fb506d92a45",
)  # fmt: skip
#: Parameters as they should be, so that hostile ones meet an answer in the making.
RIGHT = (
    "limit=5", "limit=1000", "offset=10", "bbox=5,43,12,48", "country=IT", "country=FR,DE", "topic=RSO2.6",
    "topic=PO2", "scope=cross_border", "period=2021-2027", "f=json", "f=html", "f=csv", "f=jsonld", "lang=en",
    "q=energy", "title=*a*", "crs=http://www.opengis.net/def/crs/EPSG/0/3035", "datetime=2021-01-01/..",
    "skipGeometry=true",
    "resulttype=hits", "fund=ERDF", "kind=offer", "nuts3=ITG11", "exclude=samples", "open=today",
    "include=unknown", "mode=exchange",
)  # fmt: skip
NAMES = (
    "Accept", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "Origin", "Cookie",
    "Authorization", "X-Forwarded-Host", "X-Forwarded-Proto", "Forwarded", "Prefer", "Cache-Control", "X-A", "Referer",
    "Access-Control-Request-Method", "Content-Crs", "X-HTTP-Method-Override", "Upgrade-Insecure-Requests",
)  # fmt: skip
FIELDS = (
    "", "*", "*/*", "text/*", "text/html;q=0.1,*/*;q=0", "application/geo+json;q=2", ";;;,,,", "q=1", "gzip",
    "zstd, br;q=0", "identity;q=0", "de-AT,en;q=0.5", '"x", W/"y"', "bytes=0-", "null", "https://example.org",
    "é", "\t", "a" * 5000, "text/html\t;\tq=0.5", "=?utf-8?q?a?=", "99999999999999999999",
    "application/json;charset=\"utf-8", "for=\"[::1]\"",
)  # fmt: skip
TYPES = ("application/json",) * 14 + ("text/plain", "", "application/json; charset=utf-16", "x", "multipart/form-data")
CHUNKS = (
    b"Z\r\nabc\r\n",
    b"-5\r\nabc\r\n",
    b"FFFFFFFFFFFFFFFFF\r\n",
    b"5\r\nab\r\n0\r\n\r\n",
    b"3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n",
    b"\r\n",
    b"0x3\r\nabc\r\n0\r\n\r\n",
)
RAW = (
    b"\r\n" * 50,
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    b"GET http://example.org/healthz HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\nHost: a\n\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
    b"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    b"GET /\x00 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.0\r\n\r\n",
    b"CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    b"GET " + b"/a" * 40_000 + b" HTTP/1.1\r\nHost: a\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X: y\r\n" * 500 + b"\r\n",
    b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"y" * 200_000 + b"\r\n\r\n",
)
