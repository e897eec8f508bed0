"""Countries, states and cities with the words for their people: enough to know that a name is a place's.

Each line of ``_COUNTRIES`` is ``Country/alias | demonyms | capital and cities``. General geography, no article's.
"""

from __future__ import annotations

from verifier.english.lexicon import lexicon

_COUNTRIES = """
Afghanistan|Afghan Afghans Afghani|Kabul Kandahar Herat
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine Argentinian|Buenos_Aires
Armenia|Armenian|Yerevan
Australia|Australian Aussie|Canberra Sydney Melbourne Brisbane Perth Adelaide Hobart Darwin
Austria|Austrian|Vienna Salzburg
Azerbaijan|Azerbaijani Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|Brussels Antwerp
Bolivia|Bolivian|La_Paz
Bosnia/Bosnia_and_Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia São_Paulo Sao_Paulo Rio_de_Janeiro
Bulgaria|Bulgarian|Sofia
Burundi|Burundian|Bujumbura
Cambodia|Cambodian|Phnom_Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian Canadians|Ottawa Toronto Vancouver Montreal Calgary Edmonton Winnipeg Halifax Quebec Ontario Alberta Manitoba Saskatchewan British_Columbia Nova_Scotia New_Brunswick Newfoundland
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China/PRC|Chinese|Beijing Shanghai Guangzhou Shenzhen Wuhan Chongqing Tianjin Xinjiang Tibet
Colombia|Colombian|Bogota Bogotá Medellin
Congo|Congolese|Kinshasa
Costa_Rica|Costa_Rican|San_José
Croatia|Croatian Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech_Republic/Czechia|Czech|Prague
Denmark|Danish Dane Danes|Copenhagen
Dominican_Republic|Dominican|Santo_Domingo
Ecuador|Ecuadorian|Quito
Egypt|Egyptian|Cairo Alexandria
El_Salvador|Salvadoran|San_Salvador
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis_Ababa
Fiji|Fijian|Suva
Finland|Finnish Finn Finns|Helsinki
France|French Frenchman Frenchwoman|Paris Marseille Lyon Nice Toulouse Strasbourg Calais
Georgia|Georgian|Tbilisi
Germany|German|Berlin Munich Hamburg Frankfurt Cologne Stuttgart Dresden Leipzig
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|Guatemala_City
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hong_Kong|Hongkonger|Kowloon
Hungary|Hungarian|Budapest
Iceland|Icelandic Icelander|Reykjavik
India|Indian|New_Delhi Delhi Mumbai Kolkata Chennai Bangalore Hyderabad Kashmir
Indonesia|Indonesian|Jakarta Bali
Iran|Iranian|Tehran
Iraq|Iraqi|Baghdad Mosul Basra
Ireland|Irish Irishman Irishwoman|Dublin Cork
Israel|Israeli|Jerusalem Tel_Aviv Haifa
Italy|Italian|Rome Milan Naples Turin Venice Florence Pisa Bologna Sicily Tuscany
Ivory_Coast|Ivorian|Abidjan
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo Osaka Kyoto Hiroshima Fukushima Nagasaki Okinawa
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana
Kenya|Kenyan|Nairobi Mombasa
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|Kuwait_City
Laos|Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli Benghazi
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourger|
Macedonia/North_Macedonia|Macedonian|Skopje
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala_Lumpur
Maldives|Maldivian|
Mali|Malian|Bamako Timbuktu
Malta|Maltese|Valletta
Mexico|Mexican|Mexico_City Tijuana Guadalajara
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat Casablanca
Mozambique|Mozambican|Maputo
Myanmar/Burma|Burmese|Yangon
Namibia|Namibian|Windhoek
Nepal|Nepalese Nepali|Kathmandu
Netherlands/Holland|Dutch Dutchman|Amsterdam Rotterdam The_Hague Hague
New_Zealand|New_Zealander Kiwi|Wellington Auckland Christchurch
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja Lagos
North_Korea/DPRK|North_Korean|Pyongyang
Norway|Norwegian|Oslo Bergen
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad Karachi Lahore Peshawar
Palestine/Gaza/West_Bank|Palestinian|Ramallah
Panama|Panamanian|
Papua_New_Guinea|Papuan|Port_Moresby
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Filipino Philippine|Manila
Poland|Polish Pole Poles|Warsaw Krakow Gdansk
Portugal|Portuguese|Lisbon Porto
Puerto_Rico|Puerto_Rican|San_Juan
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia/Russian_Federation|Russian|Moscow St._Petersburg Saint_Petersburg Kremlin Crimea Chechnya Siberia
Rwanda|Rwandan|Kigali
Saudi_Arabia|Saudi Saudis|Riyadh Mecca Jeddah
Senegal|Senegalese|Dakar
Serbia|Serbian Serb|Belgrade
Sierra_Leone|Sierra_Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak Slovakian|Bratislava
Slovenia|Slovenian Slovene|Ljubljana
Somalia|Somali|Mogadishu
South_Africa|South_African|Pretoria Johannesburg Cape_Town Durban
South_Korea|South_Korean|Seoul Busan
South_Sudan|South_Sudanese|Juba
Spain|Spanish Spaniard|Madrid Barcelona Catalonia Seville Valencia
Sri_Lanka|Sri_Lankan|Colombo
Sudan|Sudanese|Khartoum Darfur
Sweden|Swedish Swede Swedes|Stockholm Gothenburg Malmo
Switzerland|Swiss|Bern Geneva Zurich Basel Davos
Syria|Syrian|Damascus Aleppo Homs Raqqa
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma Zanzibar
Thailand|Thai|Bangkok Phuket
Tunisia|Tunisian|Tunis
Turkey|Turkish Turk Turks|Ankara Istanbul
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv Kiev Kharkiv Donetsk Odessa Mariupol Donbas
United_Arab_Emirates/UAE|Emirati|Abu_Dhabi Dubai
United_Kingdom/U.K./UK/Britain/Great_Britain|British Briton Brits|London Manchester Birmingham Liverpool Leeds Bristol Westminster Glasgow Edinburgh Cardiff Belfast
England|English Englishman|
Scotland|Scottish Scot Scots|
Wales|Welsh|
Northern_Ireland|Northern_Irish|
United_States/United_States_of_America/U.S./US/USA/U.S.A./America|American|Washington Washington,_D.C. Washington_D.C. D.C.
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi Saigon
Yemen|Yemeni|Sanaa Aden
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
Vatican/Holy_See|Vatican|
European_Union/EU/E.U.|European|
Africa|African|
Asia|Asian|
Europe|European|
"""  # noqa: E501 - one entry a line

_STATES = """
Alabama:Ala.:Montgomery,Mobile,Tuscaloosa Alaska::Anchorage,Juneau,Fairbanks Arizona:Ariz.:Phoenix,Tucson,Scottsdale
Arkansas:Ark.:Little_Rock California:Calif.:Los_Angeles,San_Francisco,San_Diego,Sacramento,Oakland,San_Jose,Silicon_Valley,Hollywood,Fresno,Palo_Alto,Cupertino
Colorado:Colo.:Denver,Boulder,Aspen Connecticut:Conn.:Hartford,New_Haven Delaware:Del.:Wilmington,Dover
Florida:Fla.:Miami,Orlando,Tampa,Tallahassee,Jacksonville,Palm_Beach,Fort_Lauderdale Georgia:Ga.:Atlanta,Savannah,Macon Hawaii::Honolulu
Idaho::Boise Illinois:Ill.:Chicago,Springfield Indiana:Ind.:Indianapolis Iowa::Des_Moines,Cedar_Rapids
Kansas:Kan.:Topeka,Wichita Kentucky:Ky.:Louisville,Lexington,Frankfort Louisiana:La.:New_Orleans,Baton_Rouge
Maine::Augusta,Bangor Maryland:Md.:Baltimore,Annapolis Massachusetts:Mass.:Boston,Cambridge,Worcester
Michigan:Mich.:Detroit,Lansing,Flint,Ann_Arbor Minnesota:Minn.:Minneapolis,St._Paul Mississippi:Miss.:Biloxi
Missouri:Mo.:St._Louis,Kansas_City,Ferguson Montana:Mont.:Helena,Billings Nebraska:Neb.:Omaha,Lincoln
Nevada:Nev.:Las_Vegas,Reno New_Hampshire:N.H.:Concord,Manchester New_Jersey:N.J.:Newark,Trenton,Jersey_City
New_Mexico:N.M.:Albuquerque,Santa_Fe New_York:N.Y.:New_York_City,Albany,Buffalo,Manhattan,Brooklyn,Queens,Bronx,Harlem
North_Carolina:N.C.:Charlotte,Raleigh,Greensboro,Durham North_Dakota:N.D.:Bismarck,Fargo
Ohio::Columbus,Cleveland,Cincinnati,Toledo,Dayton,Akron Oklahoma:Okla.:Tulsa,Oklahoma_City Oregon:Ore.:Portland,Salem,Eugene
Pennsylvania:Pa.:Philadelphia,Pittsburgh,Harrisburg,Scranton Rhode_Island:R.I.:Providence
South_Carolina:S.C.:Charleston,Greenville South_Dakota:S.D.:Sioux_Falls Tennessee:Tenn.:Nashville,Memphis,Knoxville
Texas:Tex.:Houston,Dallas,Austin,San_Antonio,El_Paso,Fort_Worth,Irving Utah::Salt_Lake_City Vermont:Vt.:Burlington,Montpelier
Virginia:Va.:Richmond,Norfolk,Arlington,Alexandria,Charlottesville Washington_state:Wash.:Seattle,Tacoma,Spokane,Redmond
West_Virginia:W.Va.: Wisconsin:Wis.:Milwaukee,Madison,Green_Bay Wyoming:Wyo.:Cheyenne
"""  # noqa: E501 - one entry a line


def _fold(name: str) -> str:
    return name.replace("_", " ")


def _countries() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    people: dict[str, str] = {}
    cities: dict[str, str] = {}
    for line in _COUNTRIES.strip().splitlines():
        aliases, demonyms, towns = line.split("|")
        main = _fold(aliases.split("/")[0])
        for alias in aliases.split("/"):
            names[_fold(alias)] = main
        for word in demonyms.split():
            people.setdefault(_fold(word), main)
            people.setdefault(_fold(word) + "s", main)
        for town in towns.split():
            cities.setdefault(_fold(town), main)
    return names, people, cities


def _states() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    cities: dict[str, str] = {}
    for entry in _STATES.split():
        state, short, towns = entry.split(":")
        main = _fold(state)
        names[main] = main
        if short:
            names[short] = main
        for town in filter(None, towns.split(",")):
            cities.setdefault(_fold(town), main)
    return names, cities


COUNTRIES, DEMONYMS, _WORLD_CITIES = _countries()
STATES, _STATE_CITIES = _states()
CITIES = {**_STATE_CITIES, **_WORLD_CITIES}
"""City to the country or American state it lies in."""

_REGIONS = {**DEMONYMS, **CITIES, **STATES, **COUNTRIES}

PLACES = frozenset({*COUNTRIES, *STATES, *CITIES})
LONGEST = max(len(p.split()) for p in PLACES)
"""The most words a known place has."""


def region_of(name: str) -> str | None:
    """The country or state that a place is or lies in, also from the word for its people; None where unknown."""
    return _REGIONS.get(name)


WIDE = lexicon(
    "africa african asia asian europe european america american americas north south east west northern southern "
    "eastern western central latin middle pacific atlantic arctic"
)
QUARTERS = lexicon("north south east west northern southern eastern western central upper lower inner outer")
"""What parts a country or a region by where it lies."""
SEATS = lexicon(
    "headquarters headquarter headquartered hq seat office offices campus plant factory embassy consulate stadium "
    "prison jail museum airport hospital church school university college studio residence mansion palace hometown "
    "birthplace base born capital"
)
"""Things that stand in one place only."""
IN = lexicon("in at near outside")
LINKS = lexicon("located based situated is was are stands ,")
BEFORE_A_SEAT = lexicon("'s ’s ' ’ main global new")
THE_UNITED_STATES = lexicon("United_States U.S. US USA U.S.A. America")

FIRST_HALVES = lexicon("Trinidad Antigua Bosnia Saint_Kitts Tyne Turks Saint_Vincent Brighton Hammersmith")
"""What an "and" joins to a name of one place."""
