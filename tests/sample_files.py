"""Files of every kind, made in memory: a PDF written by hand, a page, a Word document, an archive."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import docx
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Exporter denies shipment | Harbour Times</title>
<meta property="og:site_name" content="Harbour Times">
<link rel="canonical" href="https://harbour.example/a/1">
<meta property="article:published_time" content="2014-11-12T23:30:00-05:00"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/sport">Sport</a></nav>
<article><h1>Exporter denies shipment</h1>
<p>The ministry said on Tuesday that no launchers had been delivered to the port at any time.</p>
<p>Two officials, unnamed, told the paper that S-<b>300</b> batteries left the depot in March.</p>
</article><footer>Copyright 2014 Harbour Times. All rights reserved.</footer></body></html>"""


def write_pdf(*pages: list[str], extra: str = "", title: str = "", shift: int = 0) -> bytes:
    """A PDF with the given lines of text on each page; its capitals stand for what is `shift` further on."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in pages:
        shown = " ".join(f"({line.replace('(', '[')}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        content = len(objects)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {content} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< /Title ({title}) >>")
    info = len(objects)
    if shift:
        codes = "".join(f"<{code:02x}> <{code + shift:04x}>\n" for code in range(0x41, 0x5B))
        cmap = f"1 begincodespacerange <00> <ff> endcodespacerange 26 beginbfchar\n{codes}endbfchar"
        objects[2] = (
            f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {len(objects) + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream")
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {info} 0 R {extra} >>"
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def write_docx(build: Callable[[docx.document.Document], object]) -> bytes:
    """A Word document that `build` fills."""
    document = docx.Document()
    build(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


Record = tuple[str, str, str, bytes]


def write_warc(records: list[Record], *, gzip: bool = True, headers: dict[str, str] | None = None) -> bytes:
    """An archive of responses, each (address, status line, content type, payload)."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer._create_temp_file = BytesIO  # its temporary files are left for the collector to close
    for url, status, media_type, payload in records:
        http = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", payload=BytesIO(payload), http_headers=http, warc_headers_dict=headers or {}
        )
        writer.write_record(record)
    return out.getvalue()
