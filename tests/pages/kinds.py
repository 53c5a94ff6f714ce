"""Every kind of page, with an address that shows one. A new kind of page is one line here."""

from dataclasses import dataclass, field

EKSEMPEL, VEJLE, PORTAL = "eksempel.localhost", "vejle.localhost", "localhost"


@dataclass(frozen=True)
class Kind:
    """A kind of page: its name, where one stands, what is allowed to be different about it."""

    name: str
    path: str
    host: str = EKSEMPEL
    status: int = 200
    sensitive: bool = False
    budget: dict[str, int] = field(default_factory=dict)

    def address(self, port: int) -> str:
        """Where it is on a site that is served on this port."""
        return f"http://{self.host}:{port}{self.path}"


_HELP = "/eksempel-kommune-stoette-og-sundhed"
KINDS = (
    Kind("portal", "/", PORTAL),
    Kind("municipality", "/"),
    # Known to be over the usual budget: the choice among all municipalities is long.
    Kind("found on the portal", "/find-tilbud/", PORTAL, budget={"html": 11_500, "elements": 1_000}),
    Kind("found by words", "/find-tilbud/?q=ensomhed&behov=ensomhed", VEJLE, sensitive=True),
    Kind("nothing found", "/find-tilbud/?q=zzzzqqq", sensitive=True),
    Kind("crisis", "/find-tilbud/?q=jeg+vil+ikke+leve+mere", sensitive=True),
    Kind("drop-in centre", f"{_HELP}/den-groenne-doer/"),
    Kind("group course", f"{_HELP}/mod-paa-mere/"),
    Kind("forest activity", f"{_HELP}/baal-og-broed/"),
    Kind("association", "/foreningen-faelles-bord/faelles-bord/"),
    Kind("guidance", f"{_HELP}/hjaelp-til-penge-og-breve/"),
    Kind("secret address", "/krisecentret-lae/et-trygt-sted-at-bo-for-en-tid/", sensitive=True),
    Kind("real offer", "/hele-landet/boerns-vilkaar/boernetelefonen/", VEJLE),
    Kind("organisation", f"{_HELP}/"),
    Kind("not found", "/findes-ikke/", status=404),
    Kind("English", "/en/find-tilbud/", budget={"elements": 930}),
)
