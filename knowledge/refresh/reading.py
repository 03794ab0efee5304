"""A response's bytes, never more than a limit: also not when a small archive unpacks to much."""

import zlib

import httpx

_AUTOMATIC = 32 + zlib.MAX_WBITS


class TooLarge(Exception):
    """The page is larger than the limit, packed or unpacked."""


class UnknownEncoding(Exception):
    """The content is packed in a way that was not asked for, or damaged."""


async def body(response: httpx.Response, most: int) -> bytes:
    """The unpacked content; TooLarge or UnknownEncoding where there is no such thing."""
    packed = bytearray()
    async for chunk in response.aiter_raw():
        packed += chunk
        if len(packed) > most:
            raise TooLarge
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in {"", "identity"}:
        return bytes(packed)
    if encoding not in {"gzip", "x-gzip", "deflate"}:
        raise UnknownEncoding(encoding)
    return _unpacked(bytes(packed), most, encoding)


def _unpacked(packed: bytes, most: int, encoding: str) -> bytes:
    # Some servers send "deflate" without the header of zlib.
    windows = (_AUTOMATIC, -zlib.MAX_WBITS) if encoding == "deflate" else (_AUTOMATIC,)
    for window in windows:
        unpacking = zlib.decompressobj(window)
        try:
            content = unpacking.decompress(packed, most + 1)
        except zlib.error:
            continue
        if len(content) > most:
            raise TooLarge
        return content
    raise UnknownEncoding(f"{encoding}, damaged")
