"""Headers that keep visitors' business their own."""

#: Nothing from other hosts, nothing inline. Citizens' pages have no exception from it.
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
#: Wagtail's admin uses inline scripts and styles, and shows previews in a frame of its own.
ADMIN_POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "img-src 'self' data: blob:; frame-ancestors 'self'"
)


class ContentSecurityPolicyMiddleware:
    """Says which sources a page may use; strict for visitors, what Wagtail needs for editors."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        policy = ADMIN_POLICY if request.path.startswith("/admin/") else POLICY
        if getattr(request, "is_preview", False):
            policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
        response.headers.setdefault("Content-Security-Policy", policy)
        return response
