// SPDX-License-Identifier: GPL-3.0-or-later
// What says beside a name that somebody has died, in the languages of the region.
#include <cells/name_words.h>

#include <base/text.h>
#include <cells/word_sets.h>

#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// In letters that are not Latin, where they are no part of a name.
const QStringList& stems()
{
    static const QStringList all =
        QString::fromUtf8(
            "เสียชีวิต|ถึงแก่กรรม|ถึงแก่อนิจกรรม|มรณภาพ|ล่วงลับ|วายชนม์|ស្លាប់|មរណភាព|អនិច្ចកម្ម|ទទួលមរណ|"
            "ເສຍຊີວິດ|ເຖິງແກ່ກຳ|ကွယ်လွန်|သေဆုံး|已故|去世|逝世|过世|過世|病故|已逝|故人|身亡|사망|고인|별세|死去|逝去|"
            "मृत्यु|मृतक|दिवंगत|दिवङ्गत|स्वर्गवास|প্রয়াত|মৃত|নিহত|মরহুম|දිවංගත|මියගිය|காலமான|மறைந்த|"
            "مرحوم|متوفى|المتوفى|وفات|فوت|شهيد|رحمه الله|умер|скончал|покойн|погиб|талийгаач|нас барсан")
            .normalized(QString::NormalizationForm_C)
            .split(QLatin1Char('|'));
    return all;
}

bool holdsStem(const QString& text)
{
    return std::any_of(stems().begin(), stems().end(), [&text](const QString& stem) { return text.contains(stem); });
}

bool meansDeceased(const QString& words)
{
    static const WordSet known = wordSet(
        "late|deceased|dec|decd|dead|died|passed away|passed on|rip|in memoriam|in memory|demised|"
        "no longer with us|almarhum|almarhumah|alm|almh|marhum|marhumah|marhoom|marhooma|mendiang|arwah|"
        "allahyarham|allahyarhamah|martyr|martyred|killed|murdered|assassinated|meninggal|meninggal dunia|wafat|gugur|"
        "tutup usia|falecido|falecida|faleceu|morreu|morto|morta|fallecido|fallecida|fallecio|murio|muerto|muerta|"
        "finado|finada|difunto|difunta|decede|decedee|defunto|defunta|matebian|mate ona|da mat|"
        "qua doi|da qua doi|tu tran|hy sinh|yumao|yumaong|pumanaw|namatay|sumakabilang buhay|namayapa|"
        "namayapang|qepd|swargiya|swargeeya|svargiya|sworgiya|swargio|amarar|maliu|pekia|故|亡|고|故人|"
        "मृत|स्व|स्वर्गीय|स्वर्गीया|স্বর্গীয়|স্বর্গত|অমর|দিবংগত|අමරණීය|அமரர்|+|†|✝",
        QLatin1Char('|'));
    static const WordSet first =
        wordSet("died deceased killed murdered assassinated martyred faleceu falecido falecida "
                "meninggal wafat fallecio fallecido fallecida murio decede decedee yumao");
    static const WordSet folded = [] {
        WordSet all;
        for (const QString& word : known)
            all.insert(foldText(word));
        return all;
    }();
    static const WordSet dotted = wordSet("dep epd sw swa स्व"); // that are other words without their full stops
    const QString plain = withoutDots(words.simplified());
    const QStringList all = wordsOf(plain);
    const bool isLate = all.value(0) == L1("late") && all.size() == 2 && isTitle(all.at(1));
    const QString joined = QString(plain).remove(QLatin1Char(' '));
    return folded.contains(plain) || folded.contains(joined) || isLate ||
           (words.contains(QLatin1Char('.')) && dotted.contains(joined)) || first.contains(all.value(0)) ||
           holdsStem(words);
}

// Nearly all names hold nothing of this.
bool mayTell(const QString& name)
{
    static const QStringView signs = u"([,-\u2013\u2014†✝✞故";
    if (std::any_of(name.begin(), name.end(), [](QChar c) { return signs.contains(c); }))
        return true;
    static constexpr const char* pieces[] = {"r.i.p", "q.e.p", "q. e.", "qepd", "d.e.p", "e.p.d", " al", " marhum"};
    if (name.contains(L1("RIP")) || std::any_of(std::begin(pieces), std::end(pieces), [&name](const char* piece) {
            return name.contains(L1(piece), Qt::CaseInsensitive);
        }))
        return true;
    const bool isPlain = std::all_of(name.begin(), name.end(), [](QChar c) { return c.unicode() < 0x80; });
    return !isPlain && (holdsStem(name) || name.startsWith(QString::fromUtf8("Cố ")) ||
                        name.startsWith(QString::fromUtf8("CỐ ")) || name.startsWith(QString::fromUtf8("고 ")) ||
                        name.startsWith(QString::fromUtf8("स्व")));
}

// Without the brackets that say it: "(died 2019)".
QString withoutAsides(QString name)
{
    static const QRegularExpression aside(QStringLiteral("[(\\[（【]([^)\\]）】]+)[)\\]）】]"));
    static const QRegularExpression year(QStringLiteral("[\\d\\s,./-]+$"));
    static const QRegularExpression companions(QStringLiteral("^\\+\\s*\\d{1,3}$")); // "(+1)"
    for (auto found = aside.match(name); found.hasMatch(); found = aside.match(name, found.capturedEnd())) {
        const QString said = found.captured(1).trimmed();
        if (said.contains(companions) ||
            (!meansDeceased(QString(said).remove(year)) && !said.startsWith(QChar(0x2020))))
            continue;
        return name.remove(found.capturedStart(), found.capturedLength());
    }
    return name;
}

// "故王伟", "Cố Nguyễn Văn A", "고 김철수", "स्व. मोहन राई"
QString withoutSignBefore(const QString& name)
{
    static const QRegularExpression before(
        QString::fromUtf8("^\\s*(?:(?:已故|故)\\s*[·・.]?\\s*(?=\\p{L}{2})|(?:Cố|CỐ)\\s+(?=\\p{L})|고\\s*\\(?故?\\)?"
                          "\\s+(?=\\p{Hangul}{3})|"
                          "स्व\\s*[.०॰]\\s*(?=\\p{L}))"));
    return QString(name).remove(before);
}

// "Mohan Rai, RIP", "Ana Ruiz q.e.p.d.", "สมชาย ใจดี เสียชีวิต"
QString withoutWordsBehind(const QString& name)
{
    static const QRegularExpression behind(
        QStringLiteral(
            "(?:(?:\\s*,|\\s[-\\x{2013}\\x{2014}])\\s*(?:deceased|passed away|r\\.?i\\.?p\\.?)|\\s*,\\s*late|"
            "[\\s,]+(?:r\\.i\\.p\\.?|almh?\\.|almarhum(?:ah)?|marhum(?:ah)?|q\\.?\\s?e\\.?\\s?p\\.?\\s?d\\.?|"
            "d\\.\\s?e\\.\\s?p\\.?|e\\.\\s?p\\.\\s?d\\.?))$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression inScript(
        QStringLiteral("[\\s,\\-\\x{2013}\\x{2014}:/]+(?:%1)\\S*$").arg(stems().join(QLatin1Char('|'))));
    return QString(name).remove(behind).remove(inScript);
}
} // namespace

bool titleMeansDeceased(const QString& title)
{
    const QStringList words = title.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), &meansDeceased);
}

bool meansDied(const QString& text, bool isStatus)
{
    constexpr qsizetype longest = 60;
    // What may stand behind: when, where and by whom. "Killed the project" is something else.
    static const QRegularExpression form(QString::fromUtf8(
        "^[(\\[]?(?:(?:he|she|they) )?(?:(?:was|were|has|have|is|been|reportedly|extrajudicially|summarily) "
        ")*(?:executed(?:$| in \\d{4}| by (?:the "
        ")?(?:junta|army|military|state|regime|police|government|authorities))|[d†✝+]\\.?\\s*\\d{4}|d\\. "
        ".*\\d{4}|"
        "(?:[†✝]|died|deceased|killed|murdered|assassinated|martyred|dead|shot dead|passed away|lost "
        "(?:his|her|their) "
        "li(?:fe|ves)|no longer alive|in memoriam|r\\.?i\\.?p\\.?|meninggal(?: dunia)?|wafat|tewas|almarhum(?:ah)?|"
        "mendiang|marhum(?:ah)?|faleceu|falecid[oa]|morreu|mort[oa]|assassinad[oa]|fallecid[oa]|fallecio|murio|"
        "muert[oa]|asesinad[oa]|decede(?:e)?|assassine(?:e)?|mort|da mat|qua doi|da qua doi|tu nan|hy sinh|namatay|"
        "pumanaw|yumao|matebian|mate ona)"
        "(?:$|[,;:)\\]]|\\s*[(\\d]|\\s*[-–]\\s|\\s(?:in|on|at|by|during|since|of|aged|near|while|after|from|last|"
        "tahun|"
        "pada|em|en|le|nam|noong)\\b))"));
    if (text.isEmpty() || text.size() > longest || text.contains(QLatin1Char('?')))
        return false;
    static const QRegularExpression game(QStringLiteral("\\b(?:rounds?|semi ?finals?|finals?|match|game|battery)\\b"));
    if (const QString folded = foldText(text); form.match(folded).hasMatch() && !folded.contains(game))
        return true;
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x0370; }))
        return false;
    static const QRegularExpression beside(QString::fromUtf8("[\\d\\s年月日.,/()-]"));
    const QString bare = QString(text).remove(beside).normalized(QString::NormalizationForm_C);
    return isStatus ? holdsStem(bare) : stems().contains(bare);
}

bool takeDeceased(QString& name)
{
    // A title of another script has no place of its own, but for this.
    constexpr char16_t beyondCyrillic = 0x0600;
    QString untitled = name;
    if (!name.isEmpty() && name.at(0).unicode() >= beyondCyrillic && titleMeansDeceased(takeTitle(untitled))) {
        name = untitled;
        return true;
    }
    if (!mayTell(name))
        return false;
    // With the day or not; "RIP" in capitals, since "Rip" is a name.
    static const QRegularExpression marks(QStringLiteral("^\\s*(?:[†✝✞]+|R\\.?I\\.?P\\.?(?=[\\s,:-]))[\\s,:-]*|"
                                                         "(?:\\s*[†✝✞]+\\s*(?:[\\d./-]+)?|[\\s,]+RIP)\\s*$"));
    const QString rest =
        withoutWordsBehind(withoutSignBefore(withoutAsides(name).trimmed())).remove(marks).simplified();
    if (rest.isEmpty() || rest == name.simplified())
        return false;
    name = rest;
    return true;
}

} // namespace dtp
