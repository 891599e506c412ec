// SPDX-License-Identifier: GPL-3.0-or-later
#include <cells/row_words.h>

#include <base/text.h>
#include <cells/consent_words.h>
#include <cells/word_sets.h>
#include <standards/countries.h>

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

const WordSet& totalWords()
{
    static const WordSet words =
        wordSet("total|totals|subtotal|sub total|grand total|sum|jumlah|jumlah total|total participants|"
                "total geral|total general|sous total|gran total|tong|tong cong|รวม|รวมทั้งหมด|សរុប|合计|总计|總計|合計|"
                "小计|소계|합계|총계|итого|всего|totál|tutal",
                QLatin1Char('|'));
    return words;
}

// Words of headings within a list and of notes below it; hardly of names.
const WordSet& groupWords()
{
    static const WordSet words = wordSet(
        "participants participant persons people group groups batch cancelled canceled withdrawn withdrew waiting "
        "list "
        "resource facilitators facilitator trainers observers observer organisers organizers interpreters alumni "
        "members delegates women men youth region session week team volunteers speakers guests confirmed absent "
        "reserve "
        "reserves invited partners secretariat rights network networks organisations organizations country countries "
        "category section part note notes source prepared compiled updated page printed staff rapporteurs "
        "panel committee reserved dropped declined arrived late replaced substitutes local international "
        "peserta panitia narasumber fasilitator "
        "confidential confidentiel confidencial rahasia restricted draft internal distribution");
    return words;
}

} // namespace

// "Subtotal Fiji", "Fiji total". "Total Gurung" is a name.
static bool sumsUpCountry(const QStringList& words)
{
    static const WordSet sums = wordSet("subtotal subtotals");
    static const WordSet pairs = wordSet("sub total|grand total|sous total|gran total", QLatin1Char('|'));
    if (words.size() < 2)
        return false;
    if (sums.contains(words.first()) || sums.contains(words.last()) ||
        pairs.contains(words.mid(0, 2).join(QLatin1Char(' '))))
        return true;
    static const WordSet plain = wordSet("total totals");
    return (plain.contains(words.first()) && countryFromText(words.mid(1).join(QLatin1Char(' ')))) ||
           (plain.contains(words.last()) && countryFromText(words.mid(0, words.size() - 1).join(QLatin1Char(' '))));
}

bool meansTotal(const QString& text)
{
    if (text.size() > 60)
        return false;
    const QString folded = foldText(text);
    const QStringList words = wordsOf(folded);
    if (totalWords().contains(words.join(QLatin1Char(' '))))
        return true;
    if (sumsUpCountry(words))
        return true;
    // "Total: 12 participants", "Sub-total women 4": the word first, and a number or a colon behind it.
    const bool counts = std::any_of(folded.begin(), folded.end(), [](QChar c) { return c.isDigit() || c == u':'; });
    return counts && !words.isEmpty() &&
           (totalWords().contains(words.first()) || totalWords().contains(words.mid(0, 2).join(QLatin1Char(' '))));
}

// "Anonymous participant 3", "Unknown person", "Delegate A".
static bool isNumberedPlace(const QString& folded)
{
    static const QString hidden =
        QStringLiteral("anonymous|unknown|unnamed|unidentified|vacant|undisclosed|anonym|anonyme|"
                       "anonim|anonimo|anonima");
    static const QString people = QStringLiteral(
        "participants?|persons?|delegates?|trainees?|representatives?|speakers?|guests?|attendees?|respondents?|"
        "interviewees?|applicants?|candidates?|nominees?|peserta|participantes?|persona|pessoa|personne|names?|seats?|"
        "slots?|hrds?|defenders?|members?|alumn(?:us|a|i)|alumnae|man|woman|male|female|victims?|witness(?:es)?|"
        "donor");
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:%1) (?:(?:%2) )*(?:%2)(?: (?:no |number )?(?:\\d{1,4}|[a-z]))?|(?:%2) (?:no |number )?"
                       "(?:\\d{1,4}|x|tb[acdn])|(?:%1) (?:no |number )?(?:\\d{1,4}|[a-z])|(?:%2) (?:%1))$")
            .arg(hidden, people));
    return form.match(folded).hasMatch();
}

// "Participant A", "HRD B", "P-03": who is to be known by a letter or a number alone. "Man A" may be a name.
static bool isLettered(const QString& folded)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:participants?|persons?|delegates?|trainees?|representatives?|speakers?|attendees?|"
                       "respondents?|interviewees?|applicants?|candidates?|nominees?|peserta|participantes?|persona|"
                       "pessoa|personne|hrds?|defenders?|activists?|victims?|witness(?:es)?|survivors?|informants?|"
                       "sources?|students?) (?:no |number )?(?:[a-z]|\\d{1,4})|"
                       "(?:p|r|id|hrd) ?\\d{1,5}|(?:mr |mrs |ms )?[xyz]|x{2,9})$"));
    return form.match(folded).hasMatch();
}

// "A friend from Burma", "One participant from Laos", "Anonymous (Myanmar)", "Unnamed activist".
static bool isSomebodyFrom(const QString& folded)
{
    static const QString people = QStringLiteral(
        "(?:participants?|persons?|people|delegates?|trainees?|friends?|colleagues?|activists?|defenders?|"
        "hrds?|members?|speakers?|guests?|journalists?|lawyers?|alumn(?:us|a|i)|villagers?|students?|man|"
        "woman|men|women)");
    static const QRegularExpression form(
        QStringLiteral("^(?:(?:an?|one|two|three|another|some|the|\\d{1,2}) )?%1 from \\S.*$|"
                       "^(?:anonymous|anonym|anonyme|anonim[oa]?|unnamed|unidentified|undisclosed|withheld|redacted)"
                       "(?:\\s*[(\\[,:;/–-].*| (?:%1|from \\S.*|in \\S.*))$")
            .arg(people));
    return form.match(folded).hasMatch();
}

// "Name withheld for safety", "Identity protected", "Known to the secretariat", "Do not name".
static bool isWithheld(const QString& folded)
{
    constexpr qsizetype longest = 90;
    static const QString reason = QStringLiteral("(?:$|[ ,;:(–-].*$)");
    static const QRegularExpression form(
        QStringLiteral(
            "^[(\\[]?(?:(?:the |her |his |full "
            ")?(?:names?|identity|nama|identitas|nom|nombre|nome|identidad|identidade) "
            "(?:is |was |not to be |not |has been |kept )*(?:withheld|redacted|hidden|concealed|suppressed|omitted|"
            "removed|deleted|protected|confidential|undisclosed|secret|disclosed|anonymi[sz]ed|reserved|known to|on "
            "file|"
            "changed|dirahasiakan|disamarkan|dihapus|confidentiel|retenu|cache|reservado|omitido|oculto|protegid[oa]|"
            "confidencial)%1|"
            "(?:name |identity )?(?:only )?known (?:only )?to "
            "(?:the|us|staff)\\b.*$|(?:withheld|dirahasiakan)(?:$|[,;:(–-].*$| "
            "(?:for|on|by|due|at|because|until|demi|karena)\\b.*$)|"
            "(?:please )?(?:do not|don t|dont|not to be|cannot be|can not be|must not be) (?:name|named|disclosed?|"
            "published?|identif(?:y|ied)|mention(?:ed)?)\\b.*$|"
            "(?:redacted|undisclosed|not disclosed|confidential|hidden|protected|removed|deleted|pseudonym|"
            "samaran|rahasia|nama samaran)[)\\]]?$)")
            .arg(reason));
    static const WordSet others =
        wordSet("姓名保密|保密|化名|名字保密|姓名不公开|秘密|ปกปิดชื่อ|ปกปิด|가명|仮名", QLatin1Char('|'));
    return folded.size() <= longest && (form.match(folded).hasMatch() || others.contains(folded));
}

// "TBC (Nepal)", "Vacant - to be filled": whoever it may become.
static bool isOpenPlace(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^[(\\[]?\\s*(?:(?:TBC|TBA|TBD|TBN|VACANT|N\\.\\s?N\\.)(?![\\p{L}\\p{M}])|(?:[Vv]acant|[Tt]bc|["
                       "Tt]ba|[Tt]bd)\\s*[-–—:(/]|"
                       "[Tt]o be (?:confirmed|announced|nominated|decided|determined|named|advised|filled)\\b)"));
    return form.match(text).hasMatch();
}

bool isNoName(const QString& text)
{
    static const WordSet words = wordSet(
        "n a|na|nil|none|null|unknown|not known|tbc|tba|tbd|to be confirmed|to be announced|to be advised|"
        "to be decided|to be determined|not available|not applicable|no name|unnamed|name unknown|"
        "unknown name|not given|not provided|not stated|tidak ada|vacant|vacancy|same|nn|n n|anonymous|anonym|"
        "anonyme|anonimo|anonima|anonim|name withheld|withheld|withheld name|to be nominated|to be named|tbn|"
        "to be filled|not yet known|not yet named|not yet identified|no name given|unidentified|see above|"
        "nomen nescio|sin nombre|sans nom|sem nome|tanpa nama|belum ada|belum diketahui|vago|vaga|vacante|"
        "kosong|a designar|por designar|por definir|por confirmar|a confirmar|a confirmer|a definir|chua ro|"
        "chua xac dinh|an danh|khuyet danh|ditto|as above|same as above|xxx|待定|未定|匿名|空缺|不详|無名|无名|"
        "佚名|未详|익명|미상|공석|ไม่ระบุ|ไม่ระบุชื่อ|ไม่ทราบ|ไม่ทราบชื่อ|นิรนาม|អនាមិក|មិនស្គាល់|ບໍ່ຮູ້|အမည်မသိ|"
        "अज्ञात|অজ্ঞাত|неизвестно|аноним|مجهول|نامعلوم",
        QLatin1Char('|'));
    static const WordSet folded = [] {
        WordSet all;
        for (const QString& word : words)
            all.insert(wordsOf(foldText(word)).join(QLatin1Char(' ')));
        return all;
    }();
    const QString said = text.simplified();
    if (const QString whole = foldText(said); isWithheld(whole) || isSomebodyFrom(whole))
        return true;
    if (said.size() > 40 || said == L1("Na") || said == L1("Nil") || said == L1("Nn") || said == L1("Na Na"))
        return false;
    const QStringList all = wordsOf(foldText(said));
    if (all.isEmpty())
        return false;
    const QString plain = all.join(QLatin1Char(' '));
    if (folded.contains(plain) || isNumberedPlace(plain) || isLettered(plain) || isOpenPlace(said))
        return true;
    // "n/a n/a", "Unknown Unknown": in both columns of the name
    const QString half = all.mid(0, all.size() / 2).join(QLatin1Char(' '));
    return all.size() % 2 == 0 && folded.contains(half) && all.mid(all.size() / 2).join(QLatin1Char(' ')) == half;
}

bool isNoNameAlone(const QString& text)
{
    const QString folded = foldText(text);
    if (folded.isEmpty())
        return false;
    static const QStringList openings =
        QString::fromUtf8(
            "*|†|note:|notes:|nb|n.b.|source|prepared|compiled|updated|last updated|printed|generated|page |as of |as "
            "at |legend|key:|remarks|list of |•|- |end of |catatan:|catatan :|keterangan|nota:|nota :|remarque|ghi "
            "chu|หมายเหตุ|备注|備註|비고|disiapkan|disusun oleh|preparado por|elaborado "
            "por|sumber:|fuente:|fonte:|dibuat|daftar hadir|daftar peserta|diketahui|mengetahui|disetujui|checked "
            "by|approved by|verified by|signed|tanda tangan|lista de |liste d|attendance |thank you")
            .split(QLatin1Char('|'));
    // "Vegetarians marked with *", "No refusals"
    static const QRegularExpression ofList(QStringLiteral(
        "\\bmarked (?:with|by|as|in|\\*)|^no (?:refusals?|objections?|absen\\w+|apologies|changes|dropouts|"
        "cancellations|withdrawals|remarks|comments|responses|consents?)$"));
    const auto begins = [&folded](const QString& opening) { return folded.startsWith(opening); };
    if (std::any_of(openings.begin(), openings.end(), begins) || folded.endsWith(QLatin1Char(':')) ||
        ofList.match(folded).hasMatch())
        return true;
    if (std::any_of(folded.begin(), folded.end(), [](QChar c) { return c.isDigit(); }))
        return true;
    const QStringList words = wordsOf(folded);
    if (words.size() > 7 || !consentTarget(words.join(QLatin1Char(' '))).isEmpty())
        return true;
    return std::any_of(words.begin(), words.end(), [](const QString& word) { return groupWords().contains(word); });
}

bool isNameOfGroup(const QString& text)
{
    static const WordSet beside = wordSet("number of no the and all total new female male", QLatin1Char(' '));
    const QStringList words = wordsOf(foldText(text));
    const auto isOfGroup = [](const QString& word) { return groupWords().contains(word); };
    return std::any_of(words.begin(), words.end(), isOfGroup) &&
           std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return isOfGroup(word) || beside.contains(word); });
}

bool isDitto(const QString& text)
{
    if (text.isEmpty() || text.size() > 20)
        return false;
    // Nearly all cells begin with something else: this is asked of each.
    static const QString firsts = QString::fromUtf8("\"'`´”“〃„″‶‟’‘,-—–(同dDsSaAiIvV");
    if (!firsts.contains(text.at(0)))
        return false;
    static const QString around = QString::fromUtf8(" -—–()\"'`´”“„″‶‟’‘,.〃");
    const auto isAround = [](QChar c) { return around.contains(c); };
    const auto first = std::find_if_not(text.begin(), text.end(), isAround);
    if (first == text.end()) // marks alone: "-" and "…" are none
        return std::any_of(text.begin(), text.end(), [](QChar c) { return !QStringView(u" -—–().").contains(c); }) &&
               text != L1(",") && text != L1("'");
    auto last = text.end();
    while (isAround(*(last - 1)))
        --last;
    const QString word = text.mid(first - text.begin(), last - first);
    static const WordSet words = wordSet("ditto|idem|ibid|ibidem|as above|same above|same as above|sama|s.d.a|"
                                         "voir ci-dessus|sama seperti di atas|同上|同",
                                         QLatin1Char('|'));
    if (words.contains(word.toLower()))
        return true;
    // "Do" is a name, and "ID" a country.
    static const WordSet shortOnes = wordSet("do id sda");
    const bool isMarked = word.size() < text.size() && text != L1("Do.") && text != L1("DO.");
    return isMarked ? shortOnes.contains(word.toLower()) : word == L1("do") || word == L1("sda");
}

bool isSurveyHeading(const QString& text)
{
    static const WordSet words =
        wordSet("open-ended response|open ended response|response|responses|other (please specify)|"
                "please specify|select all that apply|open-ended|importid|text response",
                QLatin1Char('|'));
    return words.contains(foldText(text)) || text.startsWith(L1("{\"ImportId\""));
}

} // namespace dtp
