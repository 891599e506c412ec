// SPDX-License-Identifier: GPL-3.0-or-later
// What a status or a note says of a person who is in danger, without asking about it: "Detained", "in hiding since
// May".
#include <cells/safety_words.h>

#include <base/text.h>
#include <cells/word_sets.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// What happened to somebody. Some words are several, and are made one before they are looked for.
const WordSet& fates()
{
    static const WordSet words = wordSet(
        "detained imprisoned jailed incarcerated arrested disappeared abducted kidnapped exiled tortured harassed "
        "intimidated beaten prosecuted deported displaced onbail ontrial underinvestigation asylum indanger "
        "underthreat persecuted "
        "sentenced convicted fled fugitive hostage threatened surveilled attacked missing inhiding inprison injail "
        "blacklisted wounded indetention incustody inexile behindbars underarrest housearrest ontherun "
        "wentunderground onthewantedlist atrisk "
        "ditahan dipenjara ditangkap diculik bersembunyi terancam mengungsi hilang dalampenjara "
        "detido detida preso presa encarcerado encarcerada desaparecido desaparecida escondido escondida sequestrado "
        "sequestrada detenido detenida encarcelado encarcelada arrestado arrestada secuestrado secuestrada exiliado "
        "exiliada exilado exilada clandestino clandestina ameacado ameacada amenazado amenazada "
        "detenu detenue emprisonne emprisonnee incarcere incarceree arrete arretee disparu disparue enleve enlevee "
        "exile clandestinite bibat bigiam mattich dangtron nakakulong inaresto dinukot nawawala nagtatago dadur "
        "verhaftet inhaftiert verschwunden untergetaucht");
    return words;
}

// "Underground mine worker", "underground press" are about something else.
QString withUnderground(QString text)
{
    static const QStringList alone{QStringLiteral(" underground "),       QStringLiteral(" now underground "),
                                   QStringLiteral(" is underground "),    QStringLiteral(" living underground "),
                                   QStringLiteral(" still underground "), QStringLiteral(" wanted "),
                                   QStringLiteral(" wanted by police "),  QStringLiteral(" wanted by the police ")};
    return alone.contains(text) ? QStringLiteral(" wentunderground ") : text;
}

QString withCharges(QString text)
{
    static const QRegularExpression charged(
        QStringLiteral(" charged (?:with|for|under|of) (?=sedition|treason|terror|incit|defam|subver|insult|lese|"
                       "libel|conspir|rebell|assembl|article|section|112)"));
    if (text == L1(" charged "))
        return QStringLiteral(" ontrial ");
    return !text.contains(L1(" charged ")) ? text : text.replace(charged, QStringLiteral(" ontrial since "));
}

// Each is made one word, which fates() has.
constexpr std::pair<const char*, const char*> phrases[] = {{" at risk ", " atrisk "},
                                                           {" high risk ", " atrisk "},
                                                           {" security risk ", " atrisk "},
                                                           {" safety concerns ", " atrisk "},
                                                           {" security concerns ", " atrisk "},
                                                           {" unsafe to contact ", " atrisk "},
                                                           {" death threats ", " threatened "},
                                                           {" receives threats ", " threatened "},
                                                           {" received threats ", " threatened "},
                                                           {" receiving threats ", " threatened "},
                                                           {" getting threats ", " threatened "},
                                                           {" arrest warrant ", " onthewantedlist "},
                                                           {" travel ban ", " blacklisted "},
                                                           {" passport confiscated ", " blacklisted "},
                                                           {" office raided ", " attacked "},
                                                           {" house raided ", " attacked "},
                                                           {" home raided ", " attacked "},
                                                           {" whereabouts unknown ", " disappeared "},
                                                           {" relocated for safety ", " displaced "},
                                                           {" in a safe house ", " inhiding "},
                                                           {" in safe house ", " inhiding "},
                                                           {" safe house ", " inhiding "},
                                                           {" in hiding ", " inhiding "},
                                                           {" into hiding ", " inhiding "},
                                                           {" in prison ", " inprison "},
                                                           {" in jail ", " injail "},
                                                           {" in gaol ", " injail "},
                                                           {" in detention ", " indetention "},
                                                           {" in custody ", " incustody "},
                                                           {" in exile ", " inexile "},
                                                           {" awaiting trial ", " ontrial "},
                                                           {" awaits trial ", " ontrial "},
                                                           {" facing trial ", " ontrial "},
                                                           {" facing charges ", " ontrial "},
                                                           {" on remand ", " indetention "},
                                                           {" presumed dead ", " disappeared "},
                                                           {" feared dead ", " disappeared "},
                                                           {" on a blacklist ", " blacklisted "},
                                                           {" on the blacklist ", " blacklisted "},
                                                           {" on the wanted list ", " onthewantedlist "},
                                                           {" under surveillance ", " surveilled "},
                                                           {" being followed ", " surveilled "},
                                                           {" being watched ", " surveilled "},
                                                           {" followed by police ", " surveilled "},
                                                           {" shot at ", " attacked "},
                                                           {" gone underground ", " wentunderground "},
                                                           {" behind bars ", " behindbars "},
                                                           {" under arrest ", " underarrest "},
                                                           {" house arrest ", " housearrest "},
                                                           {" on the run ", " ontherun "},
                                                           {" went underground ", " wentunderground "},
                                                           {" dalam penjara ", " dalampenjara "},
                                                           {" di penjara ", " dalampenjara "},
                                                           {" na clandestinidade ", " clandestino "},
                                                           {" en la clandestinidad ", " clandestino "},
                                                           {" na prisao ", " inprison "},
                                                           {" en prison ", " inprison "},
                                                           {" en prision ", " inprison "},
                                                           {" bi bat ", " bibat "},
                                                           {" bi giam ", " bigiam "},
                                                           {" mat tich ", " mattich "},
                                                           {" dang tron ", " dangtron "},
                                                           {" di tu ", " bigiam "},
                                                           {" in haft ", " inprison "},
                                                           {" on bail ", " onbail "},
                                                           {" on trial ", " ontrial "},
                                                           {" under investigation ", " underinvestigation "},
                                                           {" in danger ", " indanger "},
                                                           {" under threat ", " underthreat "}};

QString withOneWords(const QString& folded)
{
    QString text = QLatin1Char(' ') + wordsOf(folded).join(QLatin1Char(' ')) + QLatin1Char(' ');
    for (const auto& [phrase, word] : phrases)
        text.replace(L1(phrase), L1(word));
    return withUnderground(withCharges(text));
}

// In letters that are not Latin.
bool holdsFate(const QString& folded)
{
    static const QStringList all = [] {
        QStringList words;
        for (const QString& word :
             QString::fromUtf8(
                 "ถูกจับ|ถูกคุมขัง|ถูกควบคุมตัว|หายตัว|สูญหาย|หลบซ่อน|หลบหนี|ลี้ภัย|ติดคุก|ถูกอุ้ม|ชាប់គុក|ជាប់ឃុំ|"
                 "ជាប់ពន្ធនាគារ|ចាប់ខ្លួន|បាត់ខ្លួន|លាក់ខ្លួន|ຖືກຈັບ|ຖືກຄຸມຂັງ|ຫາຍສາບສູນ|ဖမ်းဆီး|ထောင်ကျ|အကျဉ်းကျ|"
                 "ပျောက်ဆုံး|တိမ်းရှောင်|ပုန်းအောင်း|被捕|被拘|拘留|拘押|羁押|被抓|失踪|失蹤|入狱|入獄|坐牢|服刑|在逃|流亡|"
                 "躲藏|체포|구금|구속|수감|실종|도피|은신|망명|逮捕|拘束|行方不明|गिरफ्तार|पक्राउ|बेपत्ता|हिरासत|जेलमा|जेल "
                 "में|"
                 "नजरबन्द|লাপাত্তা|গ্রেফতার|গ্রেপ্তার|নিখোঁজ|কারাগারে|আটক|கைது|காணாமல்|அத்திப்|අත්අඩංගු|අතුරුදහන්|"
                 "задержан|арестован|пропал|в тюрьме|скрывается|معتقل|مفقود|مختفي|في السجن|زنداني|گرفتار|لاپته|"
                 "لاپتا|баривчлагдсан|сураггүй")
                 .split(QLatin1Char('|')))
            words.append(foldText(word));
        return words;
    }();
    return std::any_of(all.begin(), all.end(), [&folded](const QString& word) { return folded.contains(word); });
}

// "Never arrested", "cases of missing persons", "photo missing": of nobody here.
bool isOfSomethingElse(const QStringList& words, qsizetype at)
{
    static const WordSet negations = wordSet("no not never nobody without tidak nao jamais nunca khong isn wasn");
    static const WordSet topics =
        wordSet("of on for with to against about enforced illegally wrongfully arbitrarily the "
                "these those support supports supporting defend defends visit visits "
                "monitor monitors monitoring document documents documenting help helps");
    static const WordSet others = wordSet(
        "persons people person migrants migrant journalists journalist activists activist defenders defender women "
        "children workers family families refugees prisoners members leaders students cases villagers monks "
        "protesters "
        "colleagues lawyers");
    static const WordSet things =
        wordSet("photo photos form forms document documents data email e mail phone number "
                "passport information receipt details cv signature page id copy file files "
                "address name names surname consent record records visa certificate invoice");
    const auto near = [&](qsizetype from, qsizetype to, const WordSet& some) {
        return hasAny(words.mid(std::max<qsizetype>(0, from), to - std::max<qsizetype>(0, from)), some);
    };
    // "Women at risk" are whom somebody works for, "journalist at risk" is what somebody is.
    static const WordSet many = wordSet("persons people migrants journalists activists defenders hrds women children "
                                        "workers families refugees prisoners communities villagers lawyers families "
                                        "species groups girls boys youth");
    if (words.at(at) == L1("atrisk") && (near(at - 1, at, many) || words.value(at + 1) == L1("of")))
        return true;
    static const WordSet works = wordSet("reform monitoring work ministry visits visiting support library education "
                                         "chaplain administration system conditions");
    static const WordSet breaks = wordSet("lunch dinner breakfast coffee tea drinks shopping");
    if (works.contains(words.value(at + 1)) ||
        (words.value(at + 1) == L1("for") && breaks.contains(words.value(at + 2))))
        return true;
    const bool mayBeThing = words.at(at) == L1("missing") || words.at(at) == L1("hilang");
    return near(at - 2, at, negations) || near(at - 1, at, topics) || near(at + 1, at + 2, others) ||
           (mayBeThing && (near(0, at, things) || near(at + 1, words.size(), things)));
}

// In a text about anything a word of danger is the person's where it says so: "Detained since May", "she was
// arrested".
bool isSaidOfPerson(const QStringList& words, qsizetype at)
{
    constexpr qsizetype shortNote = 3;
    static const WordSet before =
        wordSet("is was were been being be got currently still now since reportedly he she they "
                "again recently allegedly reported gone went has had esta foi estava sedang "
                "masih est sont presently");
    static const WordSet behind = wordSet("since in by on from at for again twice once 2 desde sejak depuis em en di");
    const bool isFirst = at == 0 && (behind.contains(words.value(1)) || words.size() == 1 ||
                                     (!words.value(1).isEmpty() && words.value(1).at(0).isDigit()));
    return words.size() <= shortNote || isFirst || (at > 0 && before.contains(words.at(at - 1)));
}
} // namespace

bool tellsDanger(const QString& text, bool isStatus)
{
    constexpr qsizetype longestNote = 400;
    constexpr qsizetype shortScript = 40; // letters
    if (text.size() < 4 && text.size() > 0 && text.at(0).unicode() < 0x0E00)
        return false;
    if (text.isEmpty() || text.size() > longestNote)
        return false;
    const QString folded = foldText(text);
    const bool isLatin =
        std::all_of(folded.begin(), folded.end(), [](QChar c) { return c.unicode() < 0x0370 || c.isPunct(); });
    if (!isLatin)
        return (isStatus || folded.size() <= shortScript) && holdsFate(folded);
    const QStringList words = withOneWords(folded).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (fates().contains(words.at(i)) && !isOfSomethingElse(words, i) && (isStatus || isSaidOfPerson(words, i)))
            return true;
    }
    return false;
}

bool isOfStatus(const QString& heading)
{
    static const WordSet words =
        wordSet("status situation whereabouts condition circumstances keadaan kondisi situacao "
                "situacion estado situasi etat");
    return hasAny(wordsOf(heading), words);
}

bool hidesPlace(const QString& heading, const QString& text)
{
    static const WordSet hidden =
        wordSet("undisclosed|secret|confidential|hidden|exile|safe house|hiding|withheld", QLatin1Char('|'));
    static const WordSet unknown = wordSet("unknown|not known|unclear|lost contact|no contact|", QLatin1Char('|'));
    const QString said = wordsOf(foldText(text)).join(QLatin1Char(' '));
    const bool isUnknown = heading.contains(L1("whereabouts")) && (unknown.contains(said) || text.contains(u'?'));
    return isUnknown || hidden.contains(said) || said.startsWith(L1("safe house ")) || tellsDanger(text, true);
}

} // namespace dtp
