"""The whole knowledge as a static web site, in Swedish and English, that needs no server."""
