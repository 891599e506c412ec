// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/name_words.h>

#include <base/text.h>
#include <cells/word_sets.h>

#include <QRegularExpression>
#include <QSet>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// Titles that are also names, and count only with their full stop: "Gen." but not "Gen Suzuki".
bool isDottedTitle(const QString& word)
{
    static const WordSet titles =
        wordSet("alm almh gen col maj lt capt sgt arch ar ir eng kh drs dra drg br ps pr km lic ing pe amb "
                "bp msgr pbro comm supt insp sw swa");
    return word.endsWith(QLatin1Char('.')) && titles.contains(withoutDots(word));
}

// Two words that are one title.
bool isDoubleTitle(const QString& first, const QString& second)
{
    static const WordSet titles =
        wordSet("tan sri|puan sri|datuk seri|dato seri|dato sri|datuk sri|rt hon|rt rev|very rev|"
                "most rev|the late|the hon|the rev|the honourable|assoc prof|associate professor|"
                "assistant professor|asst prof",
                QLatin1Char('|'));
    return titles.contains(QString(withoutDots(first) + QLatin1Char(' ') + withoutDots(second)));
}

// Honorifics of scripts that write them and the name in one word.
qsizetype joinedTitle(const QString& word)
{
    if (word.isEmpty() || word.at(0).unicode() < 0x0E00)
        return 0;
    static const QStringList titles = QString::fromUtf8("นางสาว|นาง|นาย|น.ส.|ดร.|ผศ.ดร.|รศ.ดร.|ผศ.|รศ.|ศ.|คุณ|"
                                                        "លោកស្រី|លោក|អ្នកស្រី|កញ្ញា|ท้าว|ທ່ານ|ນາງ|ທ້າວ")
                                          .split(QLatin1Char('|'));
    for (const QString& title : titles) {
        if (word.startsWith(title) && word.size() >= title.size())
            return title.size();
    }
    return 0;
}

int capitalsIn(const QString& word)
{
    return static_cast<int>(std::count_if(word.begin(), word.end(), [](QChar c) { return c.isUpper(); }));
}

bool isAllCapitals(const QString& text)
{
    return text == text.toUpper() && text != text.toLower();
}

const WordSet& degrees()
{
    static const WordSet words = wordSet(
        "ma ba bsc msc bs ms phd md jd llb llm lld esq rn rm cpa mba mph mphil dphil edd ded med bed bcom mcom mpa "
        "mpp "
        "mpm mfa bfa pgd dds dmd dvm ceng pe pmp obe mbe cbe kbe am ao oam ac qc kc sc sh mh ssos mhum se st sp "
        "spd "
        "skm mm msi spsi mkes mpd drs amd skep ners lc mag sag sip sikom skom ssi stp spt sked hons ret bse beng meng "
        "mtech btech mbbs mbchb frcp frcs mrcp lpt rsw msw bsw lcsw ca cfa acca llbhons stl std sthl thd dmin mdiv "
        // religious orders
        "sj op ofm ofmcap svd msc rgs fma sdb cm icm rscj fsp ssps rvm osb cssr ocd cicm snd rsm fmm osu cp cmf sss "
        "mic omi mm mafp fdcc sac sspc ssc ssvm osa dc rc icm pddm ihm");
    return words;
}

// "M.Hum.", "S.Sos", "Ph.D": short pieces between full stops.
bool isDotted(const QString& word)
{
    const QStringList pieces = word.split(QLatin1Char('.'), Qt::SkipEmptyParts);
    return word.indexOf(QLatin1Char('.')) < word.size() - 1 && pieces.size() >= 2 &&
           std::all_of(pieces.begin(), pieces.end(),
                       [](const QString& p) { return p.size() <= 4 && p.at(0).isUpper(); });
}

// Written as letters are: "PhD", "RN", "Esq."; "Ma." is the short form of a name.
bool isWrittenAsLetters(const QString& word)
{
    static const WordSet plain = wordSet("esq hons ret ners");
    return capitalsIn(word) >= 2 || plain.contains(withoutDots(word));
}

bool isKnownLetters(const QString& word)
{
    const QString bare = withoutDots(word).remove(QLatin1Char('(')).remove(QLatin1Char(')'));
    return degrees().contains(bare) && isWrittenAsLetters(word);
}

// What stands behind a comma: only letters, in a name that has its own words before.
bool areLetters(const QString& part, const QString& before)
{
    const QStringList words = part.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList names = before.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty() || names.isEmpty())
        return false;
    if (isAllCapitals(before) && names.size() == 1) // "SANTOS, MA"
        return false;
    static const WordSet particles = wordSet("de da do dos das del dela della di la le van von");
    const bool isWholeName = names.size() >= 2 && !particles.contains(foldText(names.first()));
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        if (isKnownLetters(word))
            return true;
        if (!isWholeName)
            return false;
        return isDotted(word) ||
               (isAllCapitals(word) && word.size() <= 6 && !isAllCapitals(before) && word.size() >= 2 &&
                std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }));
    });
}

// At the end of a name without a comma only what is no name anywhere.
bool isBareLetters(const QString& word)
{
    static const WordSet sure = wordSet("phd md esq llb llm msc bsc mba mph mphil dphil rn cpa mbbs");
    return isWrittenAsLetters(word) && (sure.contains(withoutDots(word)) || (isDotted(word) && isKnownLetters(word)));
}
} // namespace

QString withoutDots(const QString& word)
{
    return foldText(word).remove(QLatin1Char('.')).remove(QLatin1Char('\''));
}

bool isTitle(const QString& word)
{
    static const WordSet titles = wordSet(
        "dr mr mrs ms miss mx prof professor fr sr rev reverend hon honourable honorable sir madam mdm madame atty "
        "attorney "
        "adv advocate engr datuk dato datin puan encik tuan cik hj hjh haji hajjah hajah smt shrimati shri shree ven "
        "venerable bhante late ustad ustadz ustaz ustadzah ustazah kyai pastor bishop archbishop cardinal imam "
        "maulana "
        "barrister justice sra srta mme mlle pdt pak bapak ibu padre irma sister brother bro sis father mgr phra "
        "almarhum almarhumah marhum marhumah mendiang arwah allahyarham allahyarhamah martyr swargiya swargeeya "
        "svargiya "
        "sworgiya swargio marhoom marhooma yumaong namayapang amarar स्वर्गीय स्व स्वर्गीया স্বর্গীয় স্বর্গত প্রয়াত মরহুম মরহুমা "
        "দিবংগত दिवंगत दिवङ्गत අමරණීය දිවංගත அமரர் مرحوم مرحومه المرحوم المرحومة");
    static const WordSet folded = [] {
        WordSet all;
        for (const QString& title : titles)
            all.insert(foldText(title));
        return all;
    }();
    return folded.contains(withoutDots(word)) || isDottedTitle(word);
}

bool isGeneration(const QString& word)
{
    static const WordSet words = wordSet("jr sr ii iii iv jnr snr junior senior");
    return words.contains(withoutDots(word));
}

QString takeTitle(QString& name)
{
    QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList titles;
    while (words.size() > 1) {
        if (words.size() > 2 && isDoubleTitle(words.at(0), words.at(1))) {
            titles.append(words.takeFirst());
            titles.append(words.takeFirst());
        } else if (isTitle(words.first())) {
            titles.append(words.takeFirst());
        } else {
            break;
        }
    }
    // "Dr.Maria", "นางสาวมาลี": written together
    static const QRegularExpression together(
        QStringLiteral("^(dr|mr|mrs|ms|prof|hj|rev|fr|sr|adv|atty|engr)\\.(?=\\p{L}{2})"),
        QRegularExpression::CaseInsensitiveOption);
    if (!words.isEmpty()) {
        const bool mayBe = words.first().indexOf(QLatin1Char('.')) < words.first().size() - 2 &&
                           words.first().contains(QLatin1Char('.'));
        const auto found = mayBe ? together.match(words.first()) : QRegularExpressionMatch();
        const qsizetype size = found.hasMatch() ? found.capturedLength() : joinedTitle(words.first());
        if (size > 0 && (size < words.first().size() || words.size() > 1)) {
            titles.append(words.first().left(size));
            words.first().remove(0, size);
            if (words.first().isEmpty())
                words.removeFirst();
        }
    }
    name = words.join(QLatin1Char(' '));
    return titles.join(QLatin1Char(' '));
}

QString takeLetters(QString& name)
{
    QStringList letters;
    for (qsizetype comma = name.lastIndexOf(QLatin1Char(',')); comma > 0; comma = name.lastIndexOf(QLatin1Char(','))) {
        const QString part = name.mid(comma + 1).simplified();
        const QString before = name.left(comma).simplified();
        // Several parts: what comes first is the name.
        if (!part.isEmpty() && !areLetters(part, before.section(QLatin1Char(','), 0, 0)) &&
            !(before.contains(QLatin1Char(',')) && areLetters(part, QStringLiteral("given family"))))
            break;
        if (!part.isEmpty())
            letters.prepend(part);
        name = before;
    }
    QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (words.size() > 2 && isBareLetters(words.last()))
        letters.prepend(words.takeLast());
    if (!letters.isEmpty())
        name = words.join(QLatin1Char(' '));
    return letters.join(QLatin1String(", "));
}

QString withoutListMarks(const QString& name)
{
    if (name.isEmpty() || (name.at(0).isLetter() && !name.back().isPunct() && !name.back().isSymbol()))
        return name;
    static const QRegularExpression number(QStringLiteral("^\\(?\\d{1,4}(?:\\s*[.):\\-–]\\s*|\\s+)(?=[\\p{L}\"“(])"));
    static const QRegularExpression marks(QStringLiteral("\\s*[*‡]+$"));
    return QString(name).remove(number).remove(marks);
}

static bool isKinship(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("(?:^|\\s)[sdawc]/[olpf]\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    return form.match(name).hasMatch();
}

// Two to four words, each of which begins as a name does.
static bool isWholeName(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:[\\p{Lu}\\p{Lt}\\p{Lo}][\\p{L}\\p{M}'’\\-]*(?:\\s+|$)){2,4}$"));
    return form.match(text.simplified()).hasMatch();
}

static bool areWholeNames(const QStringList& parts)
{
    return std::all_of(parts.begin(), parts.end(), &isWholeName);
}

// "Ana e José Pereira". "João Castro e Silva" is one.
static bool isJoinedByE(const QString& name)
{
    const qsizetype at = name.indexOf(L1(" e "));
    if (at <= 0 || name.contains(QLatin1Char(',')))
        return false;
    QString before = name.left(at);
    takeTitle(before);
    const bool isOneWord = !before.simplified().contains(QLatin1Char(' '));
    return isOneWord || isWholeName(name.mid(at + 3));
}

// "Sok Dara, Chan Rith, Keo Mala"
static bool isListOfNames(const QString& name)
{
    const QStringList parts = name.split(QLatin1Char(','), Qt::SkipEmptyParts);
    return parts.size() > 2 && areWholeNames(parts);
}

bool mayNameTwoPeople(const QString& name, bool isFamilyFirst)
{
    if (!name.contains(QLatin1Char(',')))
        return false;
    QString plain = name;
    takeLetters(plain);
    QStringList parts = plain.split(QLatin1Char(','), Qt::SkipEmptyParts);
    if (parts.size() != 2)
        return false;
    const bool isFamily = isAllCapitals(parts.first()) && !isAllCapitals(parts.last()); // "DELA CRUZ, Juan Miguel"
    const auto takesTitle = [](QString& part) { return !takeTitle(part).isEmpty(); };
    const bool hasTitle = takesTitle(parts.first());
    const bool haveTitles = takesTitle(parts.last()) && hasTitle;
    const QChar space = QLatin1Char(' ');
    const bool areRelated = parts.first().section(space, -1) == parts.last().section(space, -1);
    return !isFamily && areWholeNames(parts) && (!isFamilyFirst || haveTitles || areRelated);
}

// "Ana Lui (with Ben Ro)"
static bool hasCompanion(const QString& name)
{
    static const QRegularExpression form(
        QStringLiteral("\\p{L}\\s*(?:\\(\\s*(?:with|and|plus|dan|com|e)|\\s(?:with|w/))\\s+\\p{L}"),
        QRegularExpression::CaseInsensitiveOption);
    return (name.contains(QLatin1Char('(')) || name.contains(L1(" w"), Qt::CaseInsensitive)) &&
           form.match(name).hasMatch();
}

bool namesSeveralInLines(const QString& cell)
{
    if (!cell.contains(QLatin1Char('\n')))
        return false;
    QStringList lines;
    bool hasLatin = false;
    bool hasOther = false;
    for (const QString& line : cell.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        QString name = withoutListMarks(line.trimmed());
        takeTitle(name);
        lines.append(name);
        const bool isLatin =
            std::any_of(name.begin(), name.end(), [](QChar c) { return c.script() == QChar::Script_Latin; });
        (isLatin ? hasLatin : hasOther) = true; // the same name in two scripts
    }
    return lines.size() > 1 && !(hasLatin && hasOther) && areWholeNames(lines);
}

// "Marie et Jean Kaltack", "Sok Dara និង Chan Rith". "Ortega y Gasset" is one.
static bool isJoinedByAnd(const QString& name)
{
    static const QString words = QString::fromUtf8("et|va|và|und|และ|និង|ແລະ");
    static const QRegularExpression joint(
        QStringLiteral("[\\p{L}\\p{M}]\\s+(?:%1)\\s+[^\\p{Ll}\\s]|^\\p{Lu}\\S*\\s+y\\s+\\p{Lu}\\S+\\s+\\p{Lu}")
            .arg(words),
        QRegularExpression::UseUnicodePropertiesOption);
    const bool mayBe = std::any_of(name.begin(), name.end(), [](QChar c) { return c.unicode() >= 0x80; }) ||
                       name.contains(L1(" et ")) || name.contains(L1(" va ")) || name.contains(L1(" und ")) ||
                       name.contains(L1(" y "));
    return mayBe && joint.match(name).hasMatch();
}

bool namesSeveralPeople(const QString& name)
{
    if (isJoinedByE(name) || isListOfNames(name) || hasCompanion(name) || isJoinedByAnd(name))
        return true;
    if (!name.contains(QLatin1Char('&')) && !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char(';')) &&
        !name.contains(QLatin1Char('+')) && !name.contains(L1(" and "), Qt::CaseInsensitive) &&
        !name.contains(L1(" dan ")))
        return false;
    static const QRegularExpression joint(
        QStringLiteral("\\p{L}.*(?:\\s*[&;]\\s*|\\s\\+\\s|\\s+(?:and|AND|And|dan)\\s+).*\\p{L}"));
    if (joint.match(name).hasMatch())
        return true;
    // "a/p", "s/o", spellings ("Mohamed/Muhammad Ali") and the name in another script are one person's.
    const QStringList sides = name.split(QLatin1Char('/'));
    return sides.size() == 2 &&
           std::all_of(sides.begin(), sides.end(),
                       [](const QString& side) {
                           const bool isLatin = std::any_of(side.begin(), side.end(),
                                                            [](QChar c) { return c.script() == QChar::Script_Latin; });
                           return isLatin && side.simplified().contains(QLatin1Char(' ')) &&
                                  side.simplified().size() > 4;
                       }) &&
           !isKinship(name);
}

} // namespace dtp
