// SPDX-License-Identifier: GPL-3.0-or-later
#include <erasure/erased_names.h>

#include <base/scripts.h>
#include <base/text.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
constexpr qsizetype shortestAlone = 3;  // letters: "Li" may be anything
constexpr qsizetype shortestNumber = 7; // digits: less may be anything
constexpr qsizetype endOfNumber = 8;    // digits by which a number is known, with its country's code or without

// Names that are words of English as well: alone they are left.
constexpr const char* ordinaryWords =
    "all angel april art august autumn baker bell best bill bishop black blue bloom book brook brown butler carpenter "
    "chance charity christian church cliff cook cross dawn day dean destiny do eve fair faith farmer field fisher "
    "ford "
    "forest free freedom friend gay gold good grace grant gray green grey guide hand happy harmony heart hill home "
    "hope "
    "hunter ivy jack joy judge july june justice key king lake law lee liberty light lily little long lord love major "
    "man march mark marine mason may mercy miller miss mission moon more new noble north olive page park peace pearl "
    "pen pope power price prince prosper queen ray rich river rivers robin rose ruby sea set shepherd short silver "
    "singer sky smart son song south spring star stone strong summer sun sung sunny swan sweet temple the thing thorn "
    "trinity true trust van victor victory violet voice ward way west white will win winter wise wood woods worth "
    "young";

bool isLetter(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

// Runs of letters, as from and to.
std::vector<std::pair<qsizetype, qsizetype>> letterRuns(const QString& text)
{
    std::vector<std::pair<qsizetype, qsizetype>> runs;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && isLetter(text.at(end)))
            ++end;
        if (end > i)
            runs.emplace_back(i, end);
        i = end + 1;
    }
    return runs;
}

QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

// What may stand between words of one name.
bool joins(const QString& between)
{
    constexpr qsizetype most = 3;
    return between.size() <= most && std::all_of(between.begin(), between.end(), [](QChar c) {
               return c == u' ' || c == u'-' || c == u'\'' || c == u'.' || c == u'\u2010' || c == u'\u2011';
           });
}

unsigned char lower(char c)
{
    return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

size_t pairOf(char first, char second)
{
    return static_cast<size_t>(lower(first)) * 256 + lower(second);
}
} // namespace

// A text as foldText() has it, with the place in the text of each of its signs.
struct ErasedNames::Folded {
    QString text;
    std::vector<Range> places;

    explicit Folded(const QString& source)
    {
        for (qsizetype i = 0; i < source.size();) {
            qsizetype end = i + (source.at(i).isHighSurrogate() && i + 1 < source.size() ? 2 : 1);
            while (end < source.size() && source.at(end).isMark())
                ++end;
            const bool isPlain = end == i + 1 && source.at(i).unicode() < 0x80;
            const QString folded = source.at(i).isSpace() ? QString(source.at(i) == u'\n' ? u'\n' : u' ')
                                   : isPlain              ? QString(source.at(i).toLower())
                                                          : foldText(source.mid(i, end - i));
            text += folded;
            places.insert(places.end(), static_cast<size_t>(folded.size()), Range{i, end});
            i = end;
        }
    }
    Range placeOf(qsizetype from, qsizetype to) const
    {
        return {places[static_cast<size_t>(from)].from, places[static_cast<size_t>(to) - 1].to};
    }
};

ErasedNames::ErasedNames(const QSet<qint64>& people, IsOfOthers isOfOthers)
    : m_people(people), m_isOfOthers(std::move(isOfOthers)), m_starts(256 * 256, false)
{
    addOrdinary(QLatin1String(ordinaryWords));
    addStart(QStringLiteral("person:"));
}

QString ErasedNames::placeholder()
{
    return QCoreApplication::translate("Erasure", "a person");
}

void ErasedNames::addStart(const QString& word)
{
    const QByteArray bytes = word.toUtf8();
    if (bytes.size() > 1)
        m_starts[pairOf(bytes.at(0), bytes.at(1))] = true;
}

void ErasedNames::addName(const QString& name)
{
    for (const QString& form : {foldText(name), foldToLatin(name)}) {
        for (const auto& [from, to] : letterRuns(form)) {
            const QString word = form.mid(from, to - from);
            m_words.insert(word);
            addStart(word);
            if (std::all_of(word.begin(), word.end(), [](QChar c) { return c.isMark() || isOfUnbrokenScript(c); }))
                m_unbroken.insert(word);
        }
    }
    // Written as one, too: "Sok Dara" in scripts that put no space between words.
    QString whole = foldText(name);
    whole.remove(u' ');
    if (!whole.isEmpty() &&
        std::all_of(whole.begin(), whole.end(), [](QChar c) { return c.isMark() || isOfUnbrokenScript(c); }))
        m_unbroken.insert(whole);
}

void ErasedNames::addContact(const QString& contact)
{
    const QString folded = foldText(contact);
    const QString digits = digitsOf(contact);
    const bool isNumber = std::none_of(folded.begin(), folded.end(), [](QChar c) { return c.isLetter(); });
    if (isNumber && digits.size() >= shortestNumber)
        m_numbers.insert(digits.right(endOfNumber));
    else if (folded.size() >= shortestAlone && !m_contacts.contains(folded)) {
        m_contacts.append(folded);
        addStart(folded);
    }
}

void ErasedNames::addOrdinary(const QString& text)
{
    const QString folded = foldText(text);
    for (const auto& [from, to] : letterRuns(folded))
        m_ordinary.insert(folded.mid(from, to - from));
}

bool ErasedNames::mayMention(QByteArrayView utf8) const
{
    qsizetype digits = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8.at(i);
        if (static_cast<unsigned char>(c) >= 0x80)
            return true;
        digits += c >= '0' && c <= '9' ? 1 : 0;
        if (i + 1 < utf8.size() && m_starts[pairOf(c, utf8.at(i + 1))])
            return true;
    }
    return digits >= shortestNumber && !m_numbers.isEmpty();
}

bool ErasedNames::isHersAlone(const QString& word) const
{
    return word.size() >= shortestAlone && !m_ordinary.contains(word) && isHers({word});
}

bool ErasedNames::isHers(const QStringList& words) const
{
    const QString key = words.join(u' ');
    const auto known = m_known.constFind(key);
    if (known != m_known.constEnd())
        return *known;
    const bool hers = !m_isOfOthers(words);
    m_known.insert(key, hers);
    return hers;
}

QStringList ErasedNames::staying() const
{
    QStringList words;
    for (const QString& word : m_words) {
        if (!isHersAlone(word))
            words.append(word);
    }
    words.sort();
    return words;
}

QString ErasedNames::withoutLinks(const QString& text) const
{
    if (!text.contains(QLatin1String("person:")))
        return text;
    // [Sok Dara](person:123), or the target alone.
    static const QRegularExpression form(
        QStringLiteral(R"((?:\[(?:[^\[\]\\]|\\.)*\]\(\s*person:(\d{1,19})[^)\n]*\))|\bperson:(\d{1,19})\b)"));
    QString rest;
    qsizetype at = 0;
    auto matches = form.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString key = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
        if (!m_people.contains(key.toLongLong()))
            continue;
        rest += QStringView(text).mid(at, match.capturedStart() - at);
        rest += placeholder();
        at = match.capturedEnd();
    }
    return at == 0 ? text : rest + QStringView(text).mid(at);
}

void ErasedNames::addContacts(const Folded& folded, std::vector<Range>& ranges) const
{
    for (const QString& contact : m_contacts) {
        for (qsizetype at = folded.text.indexOf(contact); at >= 0; at = folded.text.indexOf(contact, at + 1)) {
            const qsizetype end = at + contact.size();
            const bool begins = at == 0 || !folded.text.at(at - 1).isLetterOrNumber();
            const bool ends = end == folded.text.size() || !folded.text.at(end).isLetterOrNumber();
            if (begins && ends)
                ranges.push_back(folded.placeOf(at, end));
        }
    }
}

void ErasedNames::addNumbers(const QString& text, std::vector<Range>& ranges) const
{
    if (m_numbers.isEmpty())
        return;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isDigit())
            continue;
        qsizetype end = i;
        qsizetype lastDigit = i;
        for (; end < text.size() && (text.at(end).isDigit() || QStringLiteral(" ().-/\u00A0").contains(text.at(end)));
             ++end) {
            if (text.at(end).isDigit())
                lastDigit = end;
        }
        const QString digits = digitsOf(text.mid(i, lastDigit + 1 - i));
        if (digits.size() >= shortestNumber && m_numbers.contains(digits.right(endOfNumber)))
            ranges.push_back({i > 0 && text.at(i - 1) == u'+' ? i - 1 : i, lastDigit + 1});
        i = end;
    }
}

void ErasedNames::addWords(const Folded& folded, std::vector<Range>& ranges) const
{
    const auto runs = letterRuns(folded.text);
    for (size_t first = 0; first < runs.size(); ++first) {
        QStringList words;
        bool hasHersAlone = false;
        size_t last = first;
        for (size_t i = first; i < runs.size(); ++i) {
            const QString word = folded.text.mid(runs[i].first, runs[i].second - runs[i].first);
            const bool continues =
                i == first || joins(folded.text.mid(runs[i - 1].second, runs[i].first - runs[i - 1].second));
            if (!continues || !m_words.contains(word))
                break;
            words.append(word);
            hasHersAlone = hasHersAlone || isHersAlone(word);
            last = i;
        }
        if (words.isEmpty())
            continue;
        words.removeDuplicates();
        words.sort();
        if (hasHersAlone || (words.size() > 1 && isHers(words)))
            ranges.push_back(folded.placeOf(runs[first].first, runs[last].second));
        first = last;
    }
}

void ErasedNames::addUnbroken(const Folded& folded, std::vector<Range>& ranges) const
{
    for (const QString& word : m_unbroken) {
        const bool isHan = word.at(0).script() == QChar::Script_Han || word.at(0).script() == QChar::Script_Hangul;
        if (word.size() < (isHan ? 2 : shortestAlone))
            continue;
        for (qsizetype at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.size())) {
            if (isHers({word}))
                ranges.push_back(folded.placeOf(at, at + word.size()));
        }
    }
}

QString ErasedNames::replaced(const QString& original) const
{
    const QString text = withoutLinks(original);
    const Folded folded(text);
    std::vector<Range> ranges;
    addContacts(folded, ranges);
    addNumbers(text, ranges);
    addWords(folded, ranges);
    addUnbroken(folded, ranges);
    if (ranges.empty())
        return text;
    std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.from < b.from; });
    QString rest;
    qsizetype at = 0;
    for (size_t i = 0; i < ranges.size(); ++i) {
        Range range = ranges[i];
        // What overlaps, or has nothing but a space between, is one.
        while (i + 1 < ranges.size() && ranges[i + 1].from <= range.to + 1 &&
               (ranges[i + 1].from <= range.to || text.at(range.to) == u' '))
            range.to = std::max(range.to, ranges[++i].to);
        rest += QStringView(text).mid(at, range.from - at);
        rest += placeholder();
        at = range.to;
    }
    return rest + QStringView(text).mid(at);
}

} // namespace dtp
