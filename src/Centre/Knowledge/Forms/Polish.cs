namespace Kanal.Centre.Knowledge.Forms;

static class Polish
{
    public static WordForms Forms { get; } = new()
    {
        Rounds = 2,
        Endings =
        [
            "ami", "ach", "owi", "om", "ow", "em", "ie", "ia", "iu", "iem", "iami", "iach", "iom", "ii", "a", "e", "y", "i", "o", "u",
            "ego", "emu", "ymi", "imi", "ych", "ich", "ym", "im", "ej", "iej", "iego", "iemu", "sza", "szy", "sze",
            "acja", "acji", "acje", "acjami", "acjach", "acjom", "acjo",
            "owac", "owanie", "owania", "owaniu", "owaniem", "owal", "owala", "owali", "owalem", "owalam", "owany", "owana", "owane", "owano", "owanej",
            "uje", "ujesz", "ujemy", "uja", "ujecie", "ujac", "uj", "ujcie",
            "anie", "ania", "aniu", "aniem", "enie", "enia", "eniu", "eniem", "ienie", "ienia", "ieniu",
            "ic", "yc", "ac", "ec", "iec", "nac", "am", "asz", "amy", "acie", "aja", "isz", "ysz", "imy", "ymy", "icie", "ycie",
            "il", "ila", "ili", "ilem", "ilam", "yl", "yla", "yli", "ylem", "ylam", "al", "ala", "ali", "alem", "alam", "al", "iala", "iali", "ial",
            "ony", "ona", "one", "onej", "onych", "iony", "iona", "ione", "any", "ana", "ane", "anej", "anych",
            "osc", "osci", "oscia", "nosc", "ny", "na", "ne", "nego", "nej", "nych", "nym",
        ],
        Changes = [("czc", "czk"), ("sc", "sk"), ("dz", "g"), ("ek", "k"), ("ci", "t"), ("rz", "r")],
        Irregular = WordForms.Table(
            "dziec:dziecko,dziecka,dziecku,dzieckiem,dzieci,dziecmi,dzieciom,dzieciach,dzieciecy,dziecieca,dzieciece",
            "pies:pies,psa,psem,psy,psow,psu,pieska,pieskiem,piesek", "dzien:dzien,dnia,dni,dniu,dniach,dniami,dniem", "tydzien:tydzien,tygodnia,tygodni,tygodnie,tygodniu",
            "rok:rok,roku,lat,lata,latach", "pieniadz:pieniadze,pieniedzy,pieniadz,pieniedzmi", "czlowiek:czlowiek,ludzie,ludzi,osoba,osoby,osob",
            "lot:lot,lotu,loty,lotow,lotem,locie,lotami", "statk:statek,statku,statki,statkow,statkiem,statkach", "raty:raty,rat,ratach,ratami,rate,rata",
            "wiza:wiza,wizy,wize,wiz,wizie", "morze:morze,morzu,morza,morzem", "morsk:morska,morskiej,morski", "zmian:zmienic,zmiana,zmiany,zmiane,zmian,zmianie,zmieniac,zmieniam,zmienia,zmienimy,zmieniony,zmienil,zmieni",
            "place:placic,place,placi,zaplacic,zaplace,zaplacilem,zaplacilam,platnosc,platnosci,zaplata,placenie,oplata,oplaty,oplate,oplacic,placimy,zaplaci"),
        StopWords = WordForms.Set("""
            a aby albo ale ani az bardzo bez bo byc byl byla bylo byly bym chce chcemy ci cie co czy dla do gdy gdzie go i ich ile im in inne ja jak jaka jaki jakie jakis jako je jego jej
            jest jestem jesli jeszcze juz kiedy kto ktora ktore ktory lub ma mam mamy mi mialby mnie moc moge mozemy moze mozna mu musi musze my na nad nam nami nas nasz nasza nasze nasz nawet nic nie niech nim niz o od
            ode oraz po pod podczas poniewaz prosze przed przez przy sa sie sobie sposob ta tak takze tam te tego tej ten to tu tutaj tylko tym u w we wam was wasz wasze wiec wszystko z za ze zeby dzien dobry czym
            """),
    };
}
