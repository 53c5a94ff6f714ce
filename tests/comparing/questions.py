"""What is asked of Find tilbud: words, filters, and what nobody means. As they stand in an address."""

#: Beside the judged queries: single words, other spellings, typing errors, other languages, words of crisis.
WORDS = (
    "ensom", "ensomhed", "sorg", "angst", "gratis", "væresteder", "vaerested", "sundhedsskov", "kor", "misbrug", "gæld", "bostøtte",
    "ensomheed", "depresion", "pårørrende", "natcafe", "lonely", "I feel sad", "أشعر بالوحدة", "\"den grønne dør\"",
    "jeg vil ikke leve mere", "selvmord", "min mand slår mig", "voldtægt", "selvmordstanker+hos+mit+barn", "overdosis",
    "ikke alkohol", "sover dårligt og er stresset", "noget med natur for unge i weekenden", "gratis anonym samtale om aftenen",
    "mænd over 60", "uden henvisning", "zzzzqqq", "a", "8900", "café", "Faelles bord",
)  # fmt: skip
FILTERS = (
    "behov=ensomhed", "behov=ensomhed&behov=angst", "maalgruppe=paaroerende", "maalgruppe=paaroerende&maalgruppe=unge",
    "type=group_course", "type=drop_in_centre&type=peer_offer", "type=health_forest_activity", "adgang=drop_in",
    "adgang=referral&ukendt=ja", "trin=prevention", "trin=residential&trin=day", "maade=online", "maade=comes_to_you",
    "hvornaar=evening", "hvornaar=weekend&hvornaar=morning", "sprog=en", "sprog=ar&sprog=uk", "kommune=vejle",
    "kommune=hele-landet&kommune=aarhus", "alder=17", "alder=80&ukendt=ja", "sted=7100", "sted=Vejle&km=5", "sted=Eksempelby",
    "sted=8900&km=30&sorter=naermest", "gratis=ja", "anonym=ja&gratis=ja", "niveaufri=ja&handicaptoilet=ja", "teleslynge=ja",
    "plads=ja", "kravfri=ja", "foelges=ja", "vaert=ja&stille=ja", "faa=ja&tavs=ja", "gaa=ja", "ukendt=ja&stille=ja",
    "sorter=passer", "sorter=naermest", "sorter=foerst", "sorter=navn", "sorter=nyeste", "sorter=tjekket", "side=2",
    "side=3&sorter=navn", "q=ensom&side=2", "q=ensom&behov=ensomhed&gratis=ja&sorter=nyeste", "q=gratis+kor&praecis=ja",
    "q=gratis+hjaelp+til+unge&ikke=gratis", "q=selvmord&type=guidance", "alle=behov", "alle=maalgruppe&q=angst", "alle=kommune",
    "q=sorg&sted=7100&alder=45&type=group_course",
)  # fmt: skip
ODD_QUERIES = (
    "q=", "q=%20%20", f"q={'ensom+' * 120}", "q=%00", "q=%ff%fe", "q=%F0%9F%98%80", "q=%3Cscript%3Ealert(1)%3C/script%3E", "q='+OR+1=1",
    "q=AND+OR+NOT", "q=title:kor*", "q=%22", "side=0", "side=9999", "side=-1", "side=abc", "side=%D9%A3", "side=1e3", "alder=-3",
    "alder=200", "alder=%D9%A3", "km=0", "sted=Atlantis", "sted=0000", "behov=findes-ikke", "type=x&type=y&type=z&type=v&type=w&type=u",
    "sorter=x", "ukendt=nej", "alle=x", "ukendt_navn=1", "liste=1-2-3", "behov=", "q=ensom&q=sorg", "praecis=ja",
)  # fmt: skip
SUGGESTED = ("e", "en", "ens", "den+gr", "kor", "v%C3%A6re", "zzz", "8900", "%00", "psykiatri")
