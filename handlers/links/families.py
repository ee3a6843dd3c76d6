"""The link rules as data: which hosts belong together, and what each family does with its addresses.

A name such as `tribunnews.com` stands for itself and everything under it. Whoever changes a row sets a
new RULES_VERSION: every stored key names the version it was made with.
"""

RULES_VERSION = "2026-11-23"

# --- finding links -------------------------------------------------------------------------------
# Endings with which a host counts as a link though no scheme stands before it.
ENDINGS = frozenset({"id", "com", "net", "org", "co", "tv"})
# These are words, titles or abbreviations as well, so a path has to follow.
ENDINGS_WITH_PATH = frozenset(
    "asia app at be biz cc click club fm gd gl gle gg info io link live ly me media my news online page press pro sg"
    " site space store to today top us web website ws xyz".split()
)

# --- layers around an address --------------------------------------------------------------------
# (host, path begins with, names of the parameter that holds the address)
WRAPPED_IN_QUERY: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("google", "/url", ("q", "url")),
    ("google", "/imgres", ("imgrefurl",)),
    ("google", "/translate", ("u",)),
    ("googleweblight.com", "/", ("u", "lite_url")),
    ("search.app", "/", ("link",)),
    ("facebook.com", "/l.php", ("u",)),
    ("facebook.com", "/sharer", ("u",)),
    ("facebook.com", "/share.php", ("u",)),
    ("instagram.com", "/", ("u",)),
    ("threads.net", "/", ("u",)),
    ("threads.com", "/", ("u",)),
    ("l.wl.co", "/l", ("u",)),
    ("t.me", "/share/url", ("url",)),
    ("twitter.com", "/intent/tweet", ("url",)),
    ("x.com", "/intent/", ("url",)),
    ("twitter.com", "/share", ("url",)),
    ("youtube.com", "/redirect", ("q",)),
    ("linkedin.com", "/redir/redirect", ("url",)),
    ("linkedin.com", "/sharing/share-offsite", ("url",)),
    ("safelinks.protection.outlook.com", "/", ("url",)),
)
# (host, what stands in the path before the address); a last /s/ says https
WRAPPED_IN_PATH: tuple[tuple[str, str], ...] = (
    ("google", r"/amp/(?:s/)?"),
    ("cdn.ampproject.org", r"/[cv]/(?:s/)?"),
    ("bing-amp.com", r"/[cv]/(?:s/)?"),
    ("bing.com", r"/amp/(?:s/)?"),
    ("web.archive.org", r"/web/\d{4,14}(?:[a-z]{2}_)?/"),
)

# --- one site under several hosts ----------------------------------------------------------------
# Sites whose full address begins with www.; elsewhere www. is kept as typed, and never part of the key.
WWW = frozenset(
    "detik.com kompas.com tribunnews.com cnnindonesia.com cnbcindonesia.com suara.com liputan6.com merdeka.com viva.co.id"
    " antaranews.com jpnn.com idntimes.com beritasatu.com inews.id metrotvnews.com medcom.id jawapos.com okezone.com"
    " sindonews.com tvonenews.com pikiran-rakyat.com".split()
)
# Sites whose m. pages have the paths of the full ones. Any other m. host has to be asked over the network.
SAME_ON_MOBILE = frozenset(
    "tribunnews.com detik.com kompas.com suara.com merdeka.com liputan6.com viva.co.id antaranews.com jpnn.com"
    " cnnindonesia.com cnbcindonesia.com kumparan.com jawapos.com medcom.id".split()
)
# On amp. and m. the desk is the first part of the path; on the full site some desks are hosts of their own.
DESK_HOSTS: dict[str, frozenset[str]] = {
    "kompas.com": frozenset(
        "nasional regional megapolitan internasional money bola tekno otomotif entertainment lifestyle health travel edukasi"
        " properti bandung surabaya medan makassar denpasar yogyakarta kilasdaerah".split()
    ),
    "detik.com": frozenset("news finance inet hot sport oto travel food health wolipop 20".split()),
}
# Public endings of two parts: `m.co.id` is a site called m, not the mobile form of co.id.
SECOND_LEVEL = frozenset("co.id web.id my.id or.id go.id ac.id sch.id biz.id desa.id net.id ponpes.id".split())

# --- AMP in the path, and the key of an article ---------------------------------------------------
# /amp/… is a prefix that goes, or stands where `read` stands. On other hosts an id of five digits decides.
AMP_PREFIX = frozenset({"tribunnews.com", "suara.com", "merdeka.com"})
AMP_FOR_READ = frozenset({"disway.id", "bacakoran.co", "tempo.co", "okezone.com", "liputan6.com"})
# (family, pattern of the path up to the headline, key). {host} is the host without www.; queries are dropped.
ARTICLE_IDS: tuple[tuple[str, str, str], ...] = (
    ("detik.com", r"(?P<head>(?:/[^/]+)*/d-(?P<id>\d+))(?P<slug>/[^/]+)?(?:/.*)?", "detik.com:d-{id}"),
    ("disway.id", r"(?P<head>/read/(?P<id>\d+))(?P<slug>/[^/]+)?(?:/.*)?", "{host}:{id}"),
    ("liputan6.com", r"(?P<head>(?:/[\w-]+)?/read/(?P<id>\d{5,}))(?P<slug>/[^/]+)?(?:/.*)?", "liputan6.com:{id}"),
    ("bacakoran.co", r"(?P<head>/read/(?P<id>\d+))(?P<slug>/[^/]+)?(?:/.*)?", "{host}:{id}"),
)

# --- what stays of a query -------------------------------------------------------------------------
# Numbers of articles on small sites. Everything else goes from an address that has a path of its own.
KEPT_NUMBERS = frozenset({"p", "page_id"})
KEPT = frozenset("id idberita id_berita berita_id news_id newsid idnews article_id id_artikel post_id nid artid".split())
# What goes even where the query is the whole address (`index.php?…`, `/?…`); * stands for any rest.
TRACKERS: tuple[str, ...] = tuple(
    "utm* fb_* fbclid gclid gclsrc dclid wbraid gbraid msclkid yclid ttclid igsh* _gl _ga* amp* nonamp noamp mc_* ref ref_*"
    " source src share shared from pgrelated lgn_method google_btn usqp ved sa ust psig opi oc outputtype replytocom _x_tr*"
    " wa lang hl cmpid ocid sfnsn mibextid rdid spm feature si sessionid phpsessid device mobile print nocache ver".split()
)
# Pages and forms of one article: they go when they say a number, `all` or nothing (`?page=berita` names a part of a site).
PAGING = frozenset("page showpage single view m paged halaman".split())

# --- what is no article ----------------------------------------------------------------------------
SHORTENERS = frozenset(
    "s.id bit.ly bitly.ws j.mp tinyurl.com t.co cutt.ly is.gd v.gd rebrand.ly ow.ly buff.ly rb.gy shorturl.at lnkd.in dlvr.it"
    " trib.al tiny.cc t.ly goo.gl g.co share.google search.app apple.news flip.it shorturl.asia kutt.it linksplit.io bl.ink"
    " ift.tt wp.me fb.me adf.ly ouo.io surl.li u.to tny.im urlz.fr shrtco.de heylink.me linktr.ee lynk.id".split()
)
CHAT = frozenset(
    "t.me telegram.me telegram.dog wa.me wa.link whatsapp.com line.me discord.gg discord.com signal.me signal.group"
    " m.me messenger.com zoom.us".split()
)
FILE_SHARES = frozenset(
    "forms.gle photos.app.goo.gl maps.app.goo.gl"
    " dropbox.com onedrive.live.com 1drv.ms sharepoint.com mediafire.com wetransfer.com we.tl mega.nz mega.io"
    " icloud.com terabox.com 1024terabox.com teraboxapp.com 4shared.com scribd.com canva.com box.com pcloud.com".split()
)
IMAGE_HOSTS = frozenset(
    "googleusercontent.com bp.blogspot.com gstatic.com cdn.ampproject.org fbcdn.net cdninstagram.com tstatic.net"
    " i0.wp.com i1.wp.com i2.wp.com"
    " pbs.twimg.com ytimg.com ibb.co imgur.com postimg.cc prnt.sc".split()
)
IMAGE_FILES = frozenset("jpg jpeg png gif webp svg bmp heic heif avif tif tiff ico jfif".split())
OTHER_FILES = frozenset(
    "pdf doc docx xls xlsx csv ppt pptx odt ods rtf txt zip rar 7z apk exe mp3 m4a wav ogg mp4 mov avi mkv 3gp webm".split()
)
FEED_FILES = frozenset({"feed", "rss", "atom", "rss2", "rss.xml", "feed.xml", "atom.xml", "sitemap.xml", "feeds"})
API_PARTS = frozenset({"api", "wp-json", "graphql", "xmlrpc.php", "oembed", "ajax", "admin-ajax.php"})

# Front pages under another name.
HOME_PARTS = frozenset(
    "home beranda index index.php index.html index.htm index.asp index.aspx default.aspx main amp id m".split()
)
# Parts of a path that open a list, and what kind of list.
TAG_PARTS = frozenset("tag tags tagar topik topic topics hashtag".split())
LABEL_PARTS = frozenset({"label", "labels"})
CATEGORY_PARTS = frozenset("category categories kategori rubrik kanal section indeks archive archives arsip terpopuler".split())
SEARCH_PARTS = frozenset("search pencarian cari hasil-pencarian searchall".split())
AUTHOR_PARTS = frozenset("author authors penulis kontributor jurnalis".split())
# A path of these alone is a desk's front page.
DESK_PARTS = frozenset(
    "berita news daerah nasional internasional regional lokal politik hukum kriminal ekonomi bisnis finance olahraga sport sports"
    " bola pendidikan edukasi kesehatan health lifestyle hiburan entertainment teknologi tekno otomotif travel wisata budaya"
    " opini advertorial pariwara pemerintahan desa sumsel sumatera sumbagsel sumbar sumut jambi bengkulu lampung jabar jateng"
    " jatim palembang oki oku muba banyuasin ogan-komering-ilir latest terbaru terkini populer trending video videos foto photos"
    " galeri indeks-berita headline".split()
)
# Pages about the outlet itself.
ABOUT_PARTS = frozenset(
    "redaksi tentang tentang-kami about about-us kontak contact contact-us pedoman-media-siber pedoman-pemberitaan-media-siber"
    " privacy-policy kebijakan-privasi disclaimer login register wp-admin wp-login.php iklan karir susunan-redaksi"
    " kode-etik-jurnalistik info-iklan box-redaksi".split()
)
# Queries that open a list or a feed where no article is named.
LIST_QUERIES: dict[str, str] = {
    "s": "search", "q": "search", "query": "search", "keyword": "search",
    "cat": "category", "category": "category", "kategori": "category", "tag": "tag", "author": "author", "feed": "feed",
    "rest_route": "api", "attachment_id": "image",
}  # fmt: skip

# --- posts ------------------------------------------------------------------------------------------
# Every host of a network, and the one its posts are shown with.
SOCIAL: dict[str, str] = {
    "facebook.com": "www.facebook.com", "fb.com": "www.facebook.com", "fb.watch": "fb.watch",
    "instagram.com": "www.instagram.com", "instagr.am": "www.instagram.com",
    "vt.tiktok.com": "vt.tiktok.com", "vm.tiktok.com": "vm.tiktok.com", "tiktok.com": "www.tiktok.com",
    "youtube.com": "www.youtube.com", "youtu.be": "www.youtube.com", "youtube-nocookie.com": "www.youtube.com",
    "x.com": "x.com", "twitter.com": "x.com", "threads.net": "www.threads.com", "threads.com": "www.threads.com",
    "linkedin.com": "www.linkedin.com", "snackvideo.com": "www.snackvideo.com", "sck.io": "sck.io",
    "pinterest.com": "www.pinterest.com", "reddit.com": "www.reddit.com",
}  # fmt: skip
# (family, beginning of path and query, what to show, key): one post, many spellings.
POSTS: tuple[tuple[str, str, str, str], ...] = (
    ("youtube.com", r"/watch/?\?(?:.*&)?v=(?P<id>[\w-]{6,})", "/watch?v={id}", "youtube.com:{id}"),
    ("youtube.com", r"/(?:shorts|live|embed|v)/(?P<id>[\w-]{6,})", "/watch?v={id}", "youtube.com:{id}"),
    ("youtu.be", r"/(?P<id>[\w-]{6,})", "/watch?v={id}", "youtube.com:{id}"),
    ("x.com", r"/(?P<user>\w+|i/web)/status(?:es)?/(?P<id>\d+)", "/{user}/status/{id}", "x.com:{id}"),
    ("twitter.com", r"/(?P<user>\w+|i/web)/status(?:es)?/(?P<id>\d+)", "/{user}/status/{id}", "x.com:{id}"),
    ("instagram.com", r"(?:/[\w.]+)?/(?:p|reels?|tv)/(?P<id>[\w-]{5,})", "/p/{id}", "instagram.com:{id}"),
    ("tiktok.com", r"/@(?P<user>[\w.-]*)/(?:video|photo)/(?P<id>\d+)", "/@{user}/video/{id}", "tiktok.com:{id}"),
)
# Parameters that name a post.
POST_QUERIES = frozenset("v story_fbid id fbid set multi_permalinks list".split())
# Networks where one part alone is somebody's account, not a post.
ACCOUNTS = frozenset({"www.facebook.com", "www.instagram.com", "www.tiktok.com", "www.youtube.com", "x.com", "www.threads.com"})
