"""The page around a text, as the publishing systems of Swedish municipalities make it."""

from collections.abc import Callable

Site = Callable[[str, str, str, str], str]


def sitevision(place: str, title: str, body: str, language: str = "sv") -> str:
    """Cookie bar, menu, read-aloud, page dates, contact box and news as one system has them."""
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="UTF-8"><title>{title} - {place}s kommun</title>
<meta property="og:site_name" content="{place}s kommun">
<meta property="og:url" content="https://www.example.se/kommun-och-politik/mal.html">
<script>var sv = {{}};</script></head>
<body class="sv-responsive"><a class="skip-link" href="#main">Till innehållet</a>
<div class="sv-custom-module cookie-consent"><p>Den här webbplatsen använder kakor (cookies).
Genom att fortsätta surfa godkänner du att vi använder kakor.</p><button>Jag förstår</button></div>
<header><a href="/">{place}s kommun logotyp</a>
<form><input type="search"><button>Sök</button></form>
<nav aria-label="Huvudmeny"><ul><li><a href="/b">Bygga, bo och miljö</a></li>
<li><a href="/k">Kommun och politik</a></li><li><a href="/u">Utbildning och barnomsorg</a></li></ul>
</nav></header>
<div class="breadcrumbs"><span>Du är här:</span><a href="/">Startsida</a> /
<a href="/k">Kommun och politik</a> / {title}</div>
<main id="main"><div class="pagecontent sv-layout">
<div class="readspeaker"><a href="#">Lyssna</a></div>
<h1>{title}</h1>{body}
<div class="sv-text-portlet page-info"><p>Senast uppdaterad: 12 mars 2024</p>
<p>Sidan publicerades av: Karin Karlsson</p><p>Dela sidan</p></div></div>
<div class="contact"><h2>Kontakt</h2><p>Kontaktcenter</p><p>kontakt@example.se</p></div>
<aside><h2>Nyheter</h2><ul><li><a href="/n1">Nu öppnar badet för säsongen</a></li>
<li><a href="/n2">Vägarbete på Storgatan ska vara klart i juni</a></li></ul></aside></main>
<footer><p>{place}s kommun, Box 1, telefon 0123-45 67 89</p></footer></body></html>"""


def episerver(place: str, title: str, body: str, language: str = "sv") -> str:
    """An older page: no main element, menus in divs, translation banner, text among them."""
    return f"""<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}"><head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{title} | {place} kommun</title>
<link rel="canonical" href="http://www.example.se/sv/om/{title}/"></head><body>
<div id="header"><div id="logo"><a href="/">{place} kommun</a></div>
<div id="topmenu"><ul><li><a href="/1">Barn &amp; utbildning</a></li>
<li><a href="/2">Omsorg</a></li></ul></div>
</div><div id="leftmenu"><ul><li><a href="/a">Politik</a></li><li><a href="/b">Ekonomi</a></li>
<li><a href="/c">Mål</a></li></ul></div>
<div id="content"><h1>{title}</h1>{body}<p>Skriv ut</p>
<p>Sidan senast ändrad: 2024-03-12 av Lars Larsson</p></div>
<div id="goog" class="gtranslate"><p>Here you can choose in which language you would like to
read our website. We are using Google Translate when translating content on this website.</p></div>
<div id="footer"><p>{place} kommun använder cookies för besöksstatistik.</p></div></body></html>"""


def wordpress(place: str, title: str, body: str, language: str = "sv") -> str:
    """An article with its meta data, share links, related posts and a feedback form."""
    return f"""<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<title>{title} – {place} kommun</title>
<meta property="article:published_time" content="2024-01-15T08:00:00+01:00">
<meta property="article:modified_time" content="2024-03-12T10:11:12+01:00"></head>
<body class="page-template"><div class="site-header"><nav class="menu"><a href="/">Hem</a>
<a href="/bo">Bo</a><a href="/leva">Leva</a></nav></div>
<article class="post-1 page type-page"><header class="entry-header">
<h1 class="entry-title">{title}</h1>
</header><div class="entry-content">{body}</div>
<div class="sharedaddy share"><h3>Dela det här:</h3><ul><li>Facebook</li>
<li>LinkedIn</li></ul></div>
</article><section class="related"><h2>Relaterade sidor</h2><ul>
<li><a href="/x">Budget och bokslut</a></li></ul></section><div class="feedback">
<h2>Var informationen till hjälp?</h2><button>Ja</button>
<button>Nej</button></div><footer class="site-footer">
<p>© {place} kommun</p></footer></body></html>"""


SITES: dict[str, Site] = {
    "sitevision": sitevision,
    "episerver": episerver,
    "wordpress": wordpress,
}
