namespace Kanal.Centre.Knowledge.Forms;

static class English
{
    public static WordForms Forms { get; } = new()
    {
        Doubles = true,
        Endings =
        [
            "ations", "ation", "ating", "ated", "ates", "ate", "ings", "ing", "edly", "ed", "es", "s", "e", "ly",
            "ments", "ment", "ances", "ance", "ences", "ence", "ents", "ent", "ers", "er", "ors", "or", "ables", "able", "ible", "ness", "al", "ally", "ful",
        ],
        Changes = [("ie", "i"), ("y", "i")],
        Irregular = WordForms.Table(
            "child:child,children,childs", "kid:kid,kids", "pay:pay,paid,pays,paying,payment,payments,payable,payer", "buy:buy,buys,bought,buying,buyer", "fly:fly,flies,flew,flown,flying",
            "flight:flight,flights", "person:person,persons,people", "lose:lose,loses,lost,losing,loss", "break:break,broke,broken,breaking,breaks",
            "foot:foot,feet", "bring:bring,brought,brings,bringing", "send:send,sent,sends,sending", "get:get,got,gets,getting,gotten", "take:take,took,taken,takes,taking",
            "give:give,gave,given,gives,giving", "go:go,goes,went,gone,going", "eat:eat,ate,eaten,eating,eats", "steal:steal,stole,stolen,theft", "freeze:freeze,froze,frozen",
            "baby:baby,babies", "spend:spend,spent", "withdraw:withdraw,withdrew,withdrawn,withdrawal,withdrawals,withdrawing,withdraws", "choose:choose,chose,chosen,choice,choices",
            "forget:forget,forgot,forgotten", "write:write,wrote,written,writing", "wife:wife,wives", "travel:travel,travels,travelled,traveled,traveller,travelers,travellers,travelling,traveling",
            "id:id", "need:need,needs,needed", "weather:weather", "water:water", "summer:summer", "winter:winter", "number:number,numbers", "order:order,orders,ordered,ordering",
            "transfer:transfer,transfers,transferred,transferring", "rate:rate,rates", "sea:sea,seas", "seat:seat,seats", "date:date,dates", "meal:meal,meals", "dinner:dinner,dinners"),
        StopWords = WordForms.Set("""
            a about am an and any are as at be been but by can could d did do does don for from had has have he her here hi hello him his how i if in into is it its
            just let ll like m me my of on or our out please re s she should so some t than thank thanks that the their them then there these they this those to too
            us ve very was we were what when where which who why will with would you your yours am im
            """),
    };
}
