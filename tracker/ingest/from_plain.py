"""Plain text and Markdown in any Chinese encoding, byte by byte as its lines stand."""

from tracker.ingest.encodings import decode_text
from tracker.model.source import SourceText


def read_plain(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a text file.

    Args:
        data: The file's bytes.
        encoding: Encoding that a person chose; "" to find it out.

    Raises:
        InputProblem: The bytes are binary or a text in no encoding that is known.
    """
    decoded = decode_text(data, encoding)
    return SourceText(decoded.text, encoding=decoded.encoding, remarks=decoded.remarks)
