"""News outlets: agencies, papers, broadcasters, magazines and sites, each with the names it goes by."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.english.lexicon import lexicon

_OUTLETS = """
Associated Press/AP/A.P./The AP; Reuters/Thomson Reuters/Reuters news agency; Agence France-Presse/AFP; Bloomberg/Bloomberg News/Bloomberg Businessweek/Bloomberg Politics/Bloomberg TV/Bloomberg View;
Xinhua/Xinhua News Agency/Xinhua news agency; TASS/Tass/Itar-Tass; RIA Novosti/RIA; Interfax; Kyodo/Kyodo News; Yonhap/Yonhap News Agency/Yonhap news agency; dpa/Deutsche Presse-Agentur;
Press Association/PA Media; UPI/United Press International; ANSA; EFE; Press Trust of India/PTI; Anadolu/Anadolu Agency; Canadian Press; Dow Jones/Dow Jones Newswires; IANS; ANI; KCNA/Korean Central News Agency;
New York Times/NYT/NY Times/The Times/Times; Washington Post/WaPo/The Post; Wall Street Journal/WSJ/The Journal; USA Today/USA TODAY; Los Angeles Times/LA Times/L.A. Times; Chicago Tribune; Boston Globe; New York Post; New York Daily News/Daily News;
Miami Herald; Philadelphia Inquirer; San Francisco Chronicle; Houston Chronicle; Dallas Morning News; Denver Post; Detroit Free Press; Detroit News; Des Moines Register; Arizona Republic; Seattle Times; Tampa Bay Times; Baltimore Sun; Star Tribune; Plain Dealer;
Newsday; Washington Times; Washington Examiner; Christian Science Monitor; Politico/POLITICO; The Hill; Roll Call; Axios; Vox; Slate; Salon; Huffington Post/HuffPost/The Huffington Post; BuzzFeed/BuzzFeed News; Breitbart/Breitbart News; Daily Beast; Daily Caller;
Business Insider; Mother Jones; The Nation; New Republic; National Review; Weekly Standard; The Atlantic; New Yorker; Vanity Fair; Rolling Stone; Time magazine/TIME; Newsweek; Fortune magazine; Forbes; Economist; Foreign Policy; Foreign Affairs; People magazine; US Weekly;
ProPublica; Intercept; Gawker; Vice News; Mashable; TechCrunch; The Verge; Wired; Ars Technica; Engadget; CNET; ZDNet; Recode; Quartz; FiveThirtyEight; RealClearPolitics; PolitiFact; FactCheck.org; Snopes; Western Journalism; Drudge Report; Infowars; Daily Wire; Blaze; Newsmax; Townhall; RedState;
CNN; Fox News/Fox News Channel/Fox; Fox Business/Fox Business Network; MSNBC; CNBC; NBC News/NBC; ABC News/ABC; CBS News/CBS; NPR/National Public Radio; PBS; C-SPAN; HBO; Univision; Telemundo; ESPN; Sky News; Sky Sports; BBC/BBC News/British Broadcasting Corporation/BBC Radio 4; ITV; ITV News; Channel 4 News; Al Jazeera; Al Arabiya; RT; CGTN; CCTV; Press TV; Deutsche Welle/DW; France 24; Euronews; CBC/CBC News; CTV/CTV News; Global News; NHK; RTE/RTÉ; ARD; ZDF; RAI; TVNZ; SBS;
Voice of America/VOA; Radio Free Europe; Radio Free Asia; Meet the Press; Face the Nation; Good Morning America; 60 Minutes; Morning Joe;
Guardian; The Times of London; Sunday Times; Daily Telegraph/Telegraph; Financial Times/FT; Independent; Daily Mail/MailOnline/Mail on Sunday; Daily Mirror; The Sun; Daily Express; Evening Standard; Observer; Scotsman; Irish Times; Irish Independent; Spectator; New Statesman;
Globe and Mail; Toronto Star; National Post; Sydney Morning Herald; The Age; The Australian; New Zealand Herald; South China Morning Post/SCMP; China Daily; Global Times; People's Daily; Caixin; Japan Times; Nikkei/Nikkei Asian Review; Asahi Shimbun; Yomiuri Shimbun; Mainichi Shimbun; Korea Herald; Korea Times; Chosun Ilbo; Straits Times; Bangkok Post; Jakarta Post; Philippine Daily Inquirer;
Times of India; Hindustan Times; The Hindu; Indian Express; NDTV; Dawn; Express Tribune; Daily Star; Haaretz; Jerusalem Post; Times of Israel; Yedioth Ahronoth; Al-Ahram; Gulf News; Arab News; Hurriyet; Daily Sabah;
Le Monde; Le Figaro; Libération; Der Spiegel/Spiegel; Die Welt; Die Zeit; Bild; Frankfurter Allgemeine Zeitung/FAZ; Süddeutsche Zeitung; El País/El Pais; El Mundo; La Repubblica; Corriere della Sera; La Stampa; NRC Handelsblad; De Telegraaf; Dagens Nyheter; Aftonbladet; Kommersant; Izvestia; Pravda; Novaya Gazeta; Folha de S.Paulo; O Globo; Clarín; La Nación; Kyiv Post; Moscow Times; Mail & Guardian; Daily Nation; Punch; Vanguard;
Wikinews; Nature; Science; Lancet; New England Journal of Medicine; Scientific American; National Geographic; Variety; Hollywood Reporter; Billboard; TMZ; E! News; Entertainment Weekly; Yahoo News; Google News; MarketWatch; Barron's; Kansas City Star; Columbus Dispatch; Orlando Sentinel; Sun Sentinel; Charlotte Observer; Atlanta Journal-Constitution; Milwaukee Journal Sentinel; Las Vegas Review-Journal; Union Leader; Salt Lake Tribune; Oregonian; Sacramento Bee; Mercury News; Texas Tribune; Austin American-Statesman; Times-Picayune; Commercial Appeal; Tennessean
"""  # noqa: E501 - one entry a line

AMBIGUOUS = lexicon(
    """
    Times Fox Independent Observer Nature Science Punch Dawn Vanguard Blaze Telegraph Economist Spectator Bild
    Bloomberg Time TIME Slate Salon Wired Vox Forbes Variety Billboard Quartz Intercept Guardian PA PTI ANI RIA RT
    DW ABC CTV SBS Pravda Nikkei Scotsman Oregonian Spiegel Daily_News
    """
)
"""Names that are often something else; they count as outlets after "the", in quotations of reports, or with "News"."""


def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for entry in _OUTLETS.replace("\n", " ").split(";"):
        names = [n.strip() for n in entry.split("/") if n.strip()]
        for name in names:
            found.setdefault(name, names[0])
    return found


OUTLETS = _names()
"""Every known name of an outlet to its usual one, without "the" in front unless it is part of the name."""

LONGEST = max(len(n.split()) for n in OUTLETS)

_WORDS = lexicon(
    """
    Times Post News Herald Tribune Journal Gazette Chronicle Globe Telegraph Guardian Observer Inquirer Examiner
    Dispatch Courier Register Sentinel Ledger Mirror Press Radio TV Television Magazine Review Weekly Newspaper
    Broadcasting Newswire
    """
)


def looks_like_outlet(words: list[str]) -> bool:
    """Whether an unknown name reads like an outlet's: "Springfield Gazette", "Channel Seven News"."""
    return len(words) > 1 and words[-1] in _WORDS


def table(extra: Iterable[str]) -> dict[str, str]:
    """The known outlets with those a desk adds."""
    return {**OUTLETS, **{name: name for name in extra}}


TRADE = lexicon(
    "reuters ap afp upi bloomberg press news times post journal tribune herald guardian bbc cnn npr nbc abc cbs "
    "correspondent correspondents reporter editor writer staff contributor columnist telegraph gazette chronicle "
    "globe magazine"
)
BYLINE_ROLES = lexicon(
    "correspondent reporter editor writer staff contributor columnist senior political business chief"
)
AGENCIES = frozenset(
    "ap reuters afp upi bloomberg xinhua dpa tass cnn bbc npr pa aap pti ani kyodo yonhap anadolu efe ansa".split()
    + ["associated press", "the associated press", "bloomberg news", "thomson reuters foundation", "press association"]
    + ["the canadian press", "canadian press", "inter press service", "cnn business", "reuters health"]
)  # fmt: skip
ACTS = lexicon("reported reports published editorial columnist reporter survey poll")
GOT = lexicon("obtained seen reviewed reported forecast published cited quoted estimated predicted verified")
PIECE_LINKS = lexicon("in by from on with to for of at")
LINKS = PIECE_LINKS | {"via"}
REPORT_NOUNS = lexicon("report reports article articles story stories account accounts investigation poll survey")
REPORTS = lexicon(
    "reported reports said says wrote writes revealed reveals found noted notes quoted quotes cited cites claimed "
    "claims estimated estimates forecast forecasts obtained learned disclosed confirmed published projected "
    "calculated described describes called calls suggested showed shows"
)
BETWEEN = lexicon("has had have also first later previously earlier recently")
BY = lexicon(
    "reported forecast published quoted cited obtained seen reviewed compiled surveyed polled commissioned "
    "estimated projected calculated released conducted interviewed viewed report reports poll polls survey analysis "
    "investigation interview story article estimate estimates tally count"
)
PIECES = lexicon(
    "report reports interview interviews article articles story stories column editorial op-ed essay analysis "
    "investigation poll piece item dispatch account"
)
