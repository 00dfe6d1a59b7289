namespace Kanal.Centre.Knowledge.Forms;

static class Danish
{
    public static WordForms Forms { get; } = new()
    {
        Compounds = true,
        Doubles = true,
        Rounds = 3,
        Endings =
        [
            "ernes", "erens", "erne", "enes", "ene", "ens", "ets", "ers", "es", "en", "et", "er", "e", "s",
            "edes", "ede", "te", "t", "ende", "ere", "este", "est",
            "ingernes", "ingerne", "ingers", "ingens", "ingen", "inger", "ings", "ing",
            "ningerne", "ningen", "ninger", "nings", "ning",
            "elserne", "elsernes", "elsens", "elsen", "elser", "elses", "else",
            "heden", "heder", "hed", "ligt", "lige", "lig",
        ],
        Irregular = WordForms.Table(
            "billet:billet,billets,billetten,billetter,billetterne,billetternes,billettens",
            "barn:barn,barnet,barnets,barns,born,bornene,bornenes,borns",
            "nat:nat,natten,naetter,naetterne", "hand:hand,handen,haender,haenderne",
            "hotel:hotel,hotellet,hoteller,hotellerne,hotels", "kab:kab", "kob:kobe,kob,kober,kobt,kobte,kobet",
            "mand:mand,maend,maendene,manden", "tand:tand,taender", "fod:fod,fodder,foden", "bil:bil,bilen,biler,bilerne",
            "tage:tage,tager,tog,taget", "tog:toget,togene", "ga:gar,gik,gaet,ga", "bliv:blive,bliver,blev,blevet",
            "sig:sige,siger,sagde,sagt", "skriv:skrive,skriver,skrev,skrevet", "fryv:fly,flyet,flyene,flyve,flyver,floj,flojet",
            "vand:vand,vandet", "gave:gave,gaven,gaver,gaverne", "kort:kort,kortet,kortene,korts", "pas:pas,passet,passene"),
        StopWords = WordForms.Set("""
            af alle alt anden at blev bliver da de dem den denne der deres det dette dig din dine disse dit dog du efter eller en end er et for fra
            ham han hans har havde have hende hendes her hos hun hvad hvem hver hvilken hvis hvor hvordan hvornar i ikke ind ja jeg jer jeres jo kan kunne
            lige man mange med meget men mig min mine mit mod na nar nej noget nogen nogle nok nu og ogsa om op os over pa sa sadan selv ser sig sin
            sine sit skal skulle som sa til tit ud under var vi vil ville vor vores vaere vaeret ad bare maske ma gerne vel hej tak faar far mon
            """),
    };
}
