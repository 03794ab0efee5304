"""Files that the bot sent: the latest are kept, so that a user can look at them."""

import io
from collections import OrderedDict

import imagesize

from bot.demo.errors import Json, bad

# As Telegram has it: 10 MB, width and height together 10,000, one not over 20 times the other.
_LARGEST = 10_000_000
_LONGEST_SIDES = 10_000
_STEEPEST = 20
_KEPT_BYTES = 64_000_000


class Pictures:
    """Pictures by file id; when they are too many together, the oldest go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Json, bytes]] = OrderedDict()
        self._size = 0
        self._count = 0

    def add(self, content: bytes) -> list[Json]:
        """Keep a picture; its sizes as a message has them. `Refusal` for what is no picture."""
        if len(content) > _LARGEST:
            raise bad("file is too big")
        width, height = imagesize.get(io.BytesIO(content))
        if width <= 0 or height <= 0:
            raise bad("IMAGE_PROCESS_FAILED")
        if width + height > _LONGEST_SIDES or max(width, height) > _STEEPEST * min(width, height):
            raise bad("PHOTO_INVALID_DIMENSIONS")
        return [self._keep("AgACpicture", content, {"width": width, "height": height})]

    def add_file(self, content: bytes) -> Json:
        """Keep a file of any shape; what a message has of it."""
        return self._keep("BQACfile", content, {"file_name": "kommunmal.png"})

    def known(self, file_id: str) -> list[Json]:
        """The sizes of a picture that was sent before."""
        found = self.known_file(file_id)
        if "width" not in found:
            raise bad("can't use file of type Document as Photo")
        return [found]

    def known_file(self, file_id: str) -> Json:
        """What a message has of a file that was sent before."""
        if file_id not in self._kept:
            raise bad("wrong file identifier/HTTP URL specified")
        return self._kept[file_id][0]

    def _keep(self, kind: str, content: bytes, more: Json) -> Json:
        self._count += 1
        file: Json = {
            "file_id": f"{kind}{self._count:06}", "file_unique_id": f"AQAD{self._count:06}",
            **more, "file_size": len(content),
        }  # fmt: skip
        self._kept[file["file_id"]] = (file, content)
        self._size += len(content)
        while self._size > _KEPT_BYTES:
            _, (_, oldest) = self._kept.popitem(last=False)
            self._size -= len(oldest)
        return file

    def file(self, file_id: str) -> Json:
        """The answer to getFile."""
        size = self._kept.get(file_id)
        if size is None:
            raise bad("invalid file_id")
        names = ("file_id", "file_unique_id", "file_size")
        return {name: size[0][name] for name in names} | {"file_path": f"photos/{file_id}"}

    def content(self, file_id: str) -> bytes | None:
        """The bytes of a picture, as long as they are kept."""
        found = self._kept.get(file_id)
        return found[1] if found else None
