"""What the operator sets, and what is said of a wrong value."""

import logging
from pathlib import Path

import pytest

from bot.service.operation import Address, Operation, WrongOperation, read_operation


def test_nothing_need_be_set() -> None:
    """Health on loopback, no notice, a log as suits where it goes."""
    found = read_operation({})

    assert found == Operation(Address("127.0.0.1", 8090), False, None, None, logging.INFO)


def test_everything_set() -> None:
    """Upper case and spaces do no harm."""
    environ = {
        "KOMMUNMAL_HEALTH": " [::1]:9000 ",
        "KOMMUNMAL_NOTICE": "/etc/kommunmal/notice.toml",
        "KOMMUNMAL_LOG": "JSON",
        "KOMMUNMAL_LOG_LEVEL": "Warning",
    }

    found = read_operation(environ)

    notice = Path("/etc/kommunmal/notice.toml")
    assert found == Operation(Address("::1", 9000), True, notice, "json", logging.WARNING)


def test_health_can_be_switched_off() -> None:
    """With a word, since nothing means the default."""
    assert read_operation({"KOMMUNMAL_HEALTH": "off"}).health is None


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("KOMMUNMAL_HEALTH", "8090", "must be host:port, as in 127.0.0.1:8090, or off"),
        ("KOMMUNMAL_HEALTH", ":8090", "must be host:port"),
        ("KOMMUNMAL_HEALTH", "localhost:99999", "must be host:port"),
        ("KOMMUNMAL_HEALTH", "localhost:²", "must be host:port"),
        ("KOMMUNMAL_LOG", "xml", "must be one of: json, plain, auto"),
        ("KOMMUNMAL_LOG_LEVEL", "loud", "must be one of: debug, info, warning, error"),
    ],
)
def test_a_wrong_value(name: str, value: str, told: str) -> None:
    """The sentence names the setting and what it may be."""
    with pytest.raises(WrongOperation, match=f"^{name} .*{told}"):
        read_operation({name: value})
