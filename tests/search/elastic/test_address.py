"""One address says where Elasticsearch is and how to get in; a wrong one says what to type, and no secret."""

import pytest

from search.elastic import Address, BadAddress


def test_an_address_alone_is_enough():
    address = Address.of("http://localhost:9200")
    assert address.hosts == ("http://localhost:9200",)
    assert (address.prefix, address.shards, address.replicas, address.access) == ("vejviser", 1, None, {})


def test_every_option_is_read():
    address = Address.of(
        "https://a:9200/es?prefix=kbh&shards=2&replicas=0&api_key=abc&ca_certs=/x.pem&verify_certs=off"
    )
    assert address.hosts == ("https://a:9200/es",)
    assert (address.prefix, address.shards, address.replicas) == ("kbh", 2, 0)
    assert address.access == {"api_key": "abc", "ca_certs": "/x.pem", "verify_certs": False}


def test_several_hosts_are_one_cluster():
    address = Address.of("https://n%40me:p%3Aw@a:9200, https://b:9201/")
    assert address.hosts == ("https://a:9200", "https://b:9201")
    assert address.access == {"basic_auth": ("n@me", "p:w")}


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://localhost", "scheme, host and port"),
        ("ftp://localhost:21", "scheme, host and port"),
        ("http://localhost:port", "scheme, host and port"),
        ("http://localhost:9200?prefix=Store bogstaver", "small letters"),
        ("http://localhost:9200?prefix=../x", "small letters"),
        ("http://localhost:9200?shards=0", "at least 1"),
        ("http://localhost:9200?replicas=-1", "at least 0"),
        ("http://localhost:9200?shards=many", "at least 1"),
        ("http://localhost:9200?colour=red", "colour"),
    ],
)
def test_a_wrong_address_says_what_to_type(url, told):
    with pytest.raises(BadAddress, match=told):
        Address.of(url)


def test_secrets_are_not_printed():
    address = Address.of("https://name:hemmeligt@a:9200?api_key=fortroligt")
    assert "hemmeligt" not in repr(address)
    assert "fortroligt" not in repr(address)
