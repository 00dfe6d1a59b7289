namespace Kanal.Centre.Knowledge.Forms;

static class Romanian
{
    public static WordForms Forms { get; } = new()
    {
        Rounds = 3,
        Endings =
        [
            "ului", "ilor", "elor", "iilor", "iile", "iei", "ia", "ie", "ii", "ile", "ele", "le", "ul", "lui", "ua", "ea", "a", "e", "i", "u", "o",
            "uri", "urile", "urilor", "urii", "ura", "area", "are", "arii", "ari", "arile", "arilor", "erea", "ere", "irea", "ire", "irii", "iri", "irile",
            "ez", "ezi", "eaza", "eze", "am", "ati", "esc", "esti", "este", "easca", "eam", "iti", "im",
            "at", "ata", "ate", "it", "ita", "ite", "ut", "uta", "ute", "and", "ind", "indu", "andu",
            "atie", "atii", "atia", "atiei", "atiile", "atiilor", "itate", "itatea", "itatii", "itati", "ment", "mente",
        ],
        Irregular = WordForms.Table(
            "copil:copil,copii,copiii,copilul,copilului,copiilor,copiilor,copila", "om:om,oameni,oamenii,oamenilor", "ban:bani,banii,banilor,ban", "zi:zi,zile,zilele,zilei,ziua,zilelor",
            "an:an,ani,ani,anul,anului,anii", "caine:caine,cainele,caini,cainii,cainelui,catel,catelul", "masa:masa,mese,mesele,mesei", "mare:mare,marea,marii", "nava:nava,nave,navei,navele,vapor,vaporul",
            "zbor:zbor,zborul,zborului,zboruri,zborurile,zbura", "plat:plata,plati,platii,platile,platesc,platit,platita,plateste,platim,achit,achita,achitat", "cost:cost,costa,costul,costuri",
            "viza:viza,vize,vizei", "rau:rau,raul", "pasaport:pasaport,pasaportul,pasaportului,pasapoarte,pasapoartele", "schimb:schimb,schimba,schimbare,schimbarea,schimbat,schimbari,modific,modifica,modificare,modificarea"),
        StopWords = WordForms.Set("""
            a ai al ale am ar are as asa asta atunci au avea avem aveti ca cand care catre ce cea cei cel cele cine cu cum cumva da daca dar de deci din dintre doar dupa e ea ei el ele era este eu fi fie fiu fost
            ia iar ii imi in inca intr intre isi la le lor lui ma mai mea mei mele meu mi mie mult n ne nici nimic niste noastra noastre noi nostru nu o ori pana pe pentru peste poate pot prea prin putea putem sa sale sau se si sunt
            sub sunteti ta tale te ti toate tot tu un una unde unei unor unui va vi voastra voi vom vor vreau vrea v m s l buna salut este multumesc puteti fac face
            """),
    };
}
