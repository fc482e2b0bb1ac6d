"""Examples for the web servers companies have: nginx, Apache, IIS, Caddy. Each says the same as `Delivery`."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from guizhang.site.publish.delivery import LASTING, TEXTS, TYPES, YEAR_SECONDS, Delivery, media_type

FOLDER = "/srv/handbook/public"
"""Where the examples look for the site."""


def server_files(delivery: Delivery) -> Mapping[str, bytes]:
    """Return the examples: name -> content."""
    files = {
        "nginx.conf": _nginx(delivery),
        "apache.htaccess": _apache(delivery),
        "web.config": _iis(delivery),
        "Caddyfile": _caddy(delivery),
    }
    return {name: text.encode() for name, text in files.items()}


def _nginx(delivery: Delivery) -> str:
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in delivery.headers)
    compressed = " ".join(TYPES[suffix] for suffix in TEXTS if suffix != ".html")
    types = "\n".join(f"        {kind} {suffix[1:]};" for suffix, kind in TYPES.items())
    where = delivery.prefix
    return f"""\
# nginx: put this into /etc/nginx/conf.d/ and change what is marked CHANGE. Who may read is decided by your login.
map $request_uri $handbook_cache {{
    default "no-cache";
    "~{LASTING}" "{delivery.kept}";
}}

server {{
    listen 8080;                        # CHANGE: listen 443 ssl; with ssl_certificate and ssl_certificate_key
    server_name _;                      # CHANGE: your host
    server_tokens off;
    # CHANGE: auth_request /login;      # or: allow 10.0.0.0/8; deny all;

{headers}
    add_header Cache-Control $handbook_cache;

    charset utf-8;
    charset_types {compressed};
    gzip on;
    gzip_vary on;
    gzip_comp_level 6;
    gzip_types {compressed};
    # brotli on; brotli_types {compressed};   # with the module ngx_brotli

    error_page 404 {where}404.html;
    location {where} {{
        alias {FOLDER}/;                # CHANGE: where the folder public/ lies
        index index.html;
        limit_except GET {{ deny all; }}
    }}
    location ~ /\\. {{ return 404; }}
    types {{
{types}
    }}
}}
"""


def _apache(delivery: Delivery) -> str:
    headers = "\n".join(f'Header always set {name} "{value}"' for name, value in delivery.headers)
    types = "\n".join(f"AddType {kind} {suffix}" for suffix, kind in TYPES.items())
    compressed = " ".join(TYPES[suffix] for suffix in TEXTS)
    # In THE_REQUEST the protocol stands behind the address.
    lasting = LASTING.replace("$", " HTTP")
    return f"""\
# Apache 2.4: copy this into the folder public/ as .htaccess (AllowOverride All), or put it into <Directory>.
# It needs mod_headers; without it the server says so instead of serving the site without protection.
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 {delivery.prefix}404.html
{headers}
Header set Cache-Control "no-cache"
Header set Cache-Control "{delivery.kept}" "expr=%{{THE_REQUEST}} =~ m#{lasting}# && %{{REQUEST_STATUS}} -lt 400"
AddDefaultCharset utf-8
AddCharset utf-8 {" ".join(TEXTS)}
{types}
<IfModule mod_deflate.c>
    AddOutputFilterByType DEFLATE {compressed}
</IfModule>
<IfModule mod_brotli.c>
    AddOutputFilterByType BROTLI_COMPRESS;DEFLATE {compressed}
</IfModule>
<FilesMatch "^\\.">
    Require all denied
</FilesMatch>
<LimitExcept GET HEAD>
    Require all denied
</LimitExcept>
"""


def _iis(delivery: Delivery) -> str:
    root = ET.Element("configuration")
    root.append(ET.Comment(" IIS 8 or newer: copy this into the folder public/ as web.config. "))
    server = ET.SubElement(root, "system.webServer")
    default = ET.SubElement(ET.SubElement(server, "defaultDocument"), "files")
    ET.SubElement(default, "clear")
    ET.SubElement(default, "add", value="index.html")
    ET.SubElement(server, "directoryBrowse", enabled="false")
    ET.SubElement(server, "urlCompression", doStaticCompression="true")
    headers = ET.SubElement(ET.SubElement(server, "httpProtocol"), "customHeaders")
    ET.SubElement(headers, "remove", name="X-Powered-By")
    for name, value in delivery.headers:
        ET.SubElement(headers, "remove", name=name)
        ET.SubElement(headers, "add", name=name, value=value)
    errors = ET.SubElement(server, "httpErrors", errorMode="Custom", existingResponse="Auto")
    ET.SubElement(errors, "remove", statusCode="404")
    ET.SubElement(errors, "error", statusCode="404", path="404.html", responseMode="File")
    content = ET.SubElement(server, "staticContent")
    # IIS cannot tell by the address what never changes: everything is asked for again, and answered with 304.
    ET.SubElement(content, "clientCache", cacheControlMode="DisableCache")
    for suffix in TYPES:
        ET.SubElement(content, "remove", fileExtension=suffix)
        ET.SubElement(content, "mimeMap", fileExtension=suffix, mimeType=media_type(suffix))
    filtering = ET.SubElement(ET.SubElement(server, "security"), "requestFiltering")
    verbs = ET.SubElement(filtering, "verbs", allowUnlisted="false")
    for verb in ("GET", "HEAD"):
        ET.SubElement(verbs, "add", verb=verb, allowed="true")
    hidden = ET.SubElement(filtering, "denyUrlSequences")
    ET.SubElement(hidden, "add", sequence="/.")
    # The theme's own files carry a mark in their names.
    for folder in ("assets/stylesheets", "assets/javascripts"):
        place = ET.SubElement(root, "location", path=folder)
        kept = ET.SubElement(ET.SubElement(place, "system.webServer"), "staticContent")
        age = f"{YEAR_SECONDS // 86400}.00:00:00"
        ET.SubElement(kept, "clientCache", cacheControlMode="UseMaxAge", cacheControlMaxAge=age)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _caddy(delivery: Delivery) -> str:
    headers = "\n".join(f'\t\t{name} "{value}"' for name, value in delivery.headers)
    where = delivery.prefix
    inner = "handle" if where == "/" else f"handle_path {where}*"
    lasting = LASTING.replace("\\", "\\\\")
    return f"""\
# Caddy 2: change :8080 to your host, and it fetches a certificate by itself.
(handbook) {{
\theader {{
{headers}
\t\t-Server
\t}}
}}

:8080 {{
\t# CHANGE: basic_auth or forward_auth: who may read is decided by your login.
\timport handbook
\t@kept expression `{{http.request.uri}}.matches("{lasting}")`
\t@asked not expression `{{http.request.uri}}.matches("{lasting}")`
\theader @kept Cache-Control "{delivery.kept}"
\theader @asked Cache-Control "no-cache"
\tencode zstd gzip
\t@other not method GET HEAD
\thandle @other {{
\t\trespond 405
\t}}
\t@hidden path */.*
\thandle @hidden {{
\t\terror 404
\t}}
\t{inner} {{
\t\troot * {FOLDER}
\t\tfile_server
\t}}
\thandle_errors {{
\t\timport handbook
\t\troot * {FOLDER}
\t\theader Cache-Control "no-cache"
\t\t@missing expression {{err.status_code}} == 404
\t\trewrite @missing /404.html
\t\tfile_server
\t}}
}}
"""
