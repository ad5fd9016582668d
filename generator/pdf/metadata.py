"""Title, author, subject, date and standards → what a file says about itself, as dictionary and as XMP."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from generator.pdf.objects import text_string
from generator.text.cleaning import clean_text
from generator.version import __version__

if TYPE_CHECKING:
    import datetime as dt

PROGRAM = f"Thoracic Routines {__version__}"

# PDF/A does not know the mark of PDF/UA, so the file must describe it (ISO 19005-2, 6.6.2.3).
_ARCHIVE = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""

_MOST_CHARACTERS = 1000  # of a title; more is a mistake, and no reader shows it


class Metadata(NamedTuple):
    """What a file says about itself.

    Attributes:
        title: in plain words, as are author and subject.
        date: that the file is dated, at midnight UTC.
        is_for_archive: whether the file keeps PDF/A-2a beside PDF/UA-1.
    """

    title: str
    author: str
    subject: str
    date: dt.date
    is_for_archive: bool = False

    def information(self) -> str:
        """The information dictionary (ISO 32000-1, 14.3.3)."""
        date = f"(D:{self.date:%Y%m%d}000000Z)"
        texts = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        entries = "".join(f"/{key}{text_string(_plain(text))}" for key, text in texts.items() if text)
        program = text_string(PROGRAM)
        return f"<<{entries}/Creator{program}/Producer{program}/CreationDate{date}/ModDate{date}>>"

    def packet(self) -> bytes:
        """The same as XMP (ISO 16684-1), with the marks of the standards."""
        date = f"{self.date:%Y-%m-%d}T00:00:00Z"
        title, author, subject = (_escaped(text) for text in (self.title, self.author, self.subject))
        creator = f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>" if author else ""
        description = f"<dc:description>{_one_language(subject)}</dc:description>" if subject else ""
        return f"""<?xpacket begin="\N{BYTE ORDER MARK}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title>{_one_language(title)}</dc:title>{creator}{description}
<xmp:CreatorTool>{PROGRAM}</xmp:CreatorTool><pdf:Producer>{PROGRAM}</pdf:Producer>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
</rdf:Description>{_ARCHIVE if self.is_for_archive else ""}</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>""".encode()


def _one_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt>'


def _escaped(text: str) -> str:
    return escape(_plain(text), quote=False)


def _plain(text: str) -> str:
    """Without what XML and readers cannot carry; letters that no font has may stay, since none are drawn."""
    return clean_text(text, "", _MOST_CHARACTERS).text
