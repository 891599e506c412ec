// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/unbroken_names.h>

#include <base/han_characters.h>
#include <storage/bulk_reader.h>
#include <words/honorifics.h>
#include <words/own_scripts.h>

namespace dtp
{

namespace
{
constexpr qsizetype shortestOfOneWord = 6;
constexpr qsizetype shortestOfSeveral = 4;
constexpr qsizetype shortestAddressed = 2;
constexpr qsizetype shortestOfHan = 2;
constexpr qsizetype shortestOfKorean = 3;

quint32 startOf(const QString& signs, qsizetype at)
{
    return static_cast<quint32>(signs.at(at).unicode()) << 16 | signs.at(at + 1).unicode();
}
} // namespace

bool UnbrokenNames::concern(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isOfNames);
}

void UnbrokenNames::put(const Name& name)
{
    if (name.signs.size() < shortestAddressed)
        return;
    std::vector<Name>& names = m_byStart[startOf(name.signs, 0)];
    if (std::find(names.begin(), names.end(), name) == names.end())
        names.push_back(name);
}

// Han has no words, and one sign or two are in any text.
void UnbrokenNames::addWords(const QString& name, qint64 person)
{
    constexpr qsizetype shortestWithin = 3; // where there are no spaces
    for (QString word : name.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!std::all_of(word.begin(), word.end(), isOfNames) || hasHan(word) || isParticleOfNames(word))
            continue;
        if (isOfUnbrokenScript(word.at(0)) && word.size() < shortestWithin)
            continue;
        const bool isKorean = word.at(0).script() == QChar::Script_Hangul;
        if (isKorean && word == name && (word.size() == 3 || word.size() == 4)) // "민수" of "김민수"
            put({word.last(2), person, Kind::Part});
        if (word.size() > shortestWithin && isVowelKiller(word.back()))
            word.chop(1);
        put({word, person, Kind::Part});
    }
}

void UnbrokenNames::add(const QString& name, qint64 person)
{
    const QString composed = asCompared(name.normalized(QString::NormalizationForm_C).simplified());
    QString words;
    QString signs;
    bool isOfOneKind = true;
    for (const QChar c : composed) {
        const bool isSign = isOfNames(c) && !isPassedOver(c);
        if (isSign)
            signs += c;
        if (isSign || c.isSpace())
            words += c;
        isOfOneKind = isOfOneKind && (isSign || isPassedOver(c));
    }
    addWords(words, person);
    const bool isKorean = !signs.isEmpty() && signs.at(0).script() == QChar::Script_Hangul;
    const bool isSeveral = composed.contains(QLatin1Char(' '));
    // Of several scripts: found word by word.
    if (!isOfOneKind || signs.isEmpty() || (isOfSpacedScript(signs.at(0)) && !isSeveral && !isKorean))
        return;
    const qsizetype shortest = hasHan(signs) ? shortestOfHan
                               : isKorean    ? shortestOfKorean
                               : isSeveral   ? shortestOfSeveral
                                             : shortestOfOneWord;
    if (signs.size() > shortest && isVowelKiller(signs.back()))
        signs.chop(1);
    put({signs, person, signs.size() < shortest ? Kind::Short : Kind::Whole});
}

Result<UnbrokenNames> UnbrokenNames::read(const Store& store)
{
    UnbrokenNames names;
    DTP_CHECK(readBulk(
        store, {.entity = Entity::Person, .fields = {"id", "given_name", "family_name", "own_script_name"}},
        [&](const BulkRow& person) {
            for (const QString& name : {person.text(3), QString(person.text(1) + QLatin1Char(' ') + person.text(2)),
                                        QString(person.text(2) + QLatin1Char(' ') + person.text(1))}) {
                if (concern(name))
                    names.add(name, person.integer(0));
            }
        }));
    DTP_CHECK(
        readBulk(store, {.entity = Entity::AlternateName, .fields = {"person_id", "name"}}, [&](const BulkRow& name) {
            if (const QString text = name.text(1); concern(text))
                names.add(text, name.integer(0));
        }));
    return names;
}

std::vector<UnbrokenNames::Found> UnbrokenNames::namesIn(const QString& text) const
{
    const auto [signs, places] = signsOf(text);
    std::vector<Found> found;
    for (qsizetype i = 0; i + 1 < signs.size(); ++i) {
        const auto names = m_byStart.constFind(startOf(signs, i));
        if (names == m_byStart.constEnd())
            continue;
        const QStringView rest = QStringView(signs).mid(i);
        for (const Name& name : *names) {
            const qsizetype behind = i + name.signs.size();
            if (!rest.startsWith(name.signs) ||
                (name.kind == Kind::Short && !endsWithHonorific(QStringView(signs).left(i))))
                continue;
            const qsizetype from = places[static_cast<size_t>(i)].first;
            qsizetype to = places[static_cast<size_t>(behind - 1)].second;
            if (to < text.size() && isVowelKiller(text.at(to)))
                ++to;
            const bool isLong = name.kind == Kind::Whole && name.signs.size() >= shortestOfOneWord;
            // A mark that follows belongs to the last sign: then it is another word.
            const bool isOther = isOfSpacedScript(signs.at(i)) ? !isWordWithEndings(text, from, to, isLong)
                                                               : behind < signs.size() && signs.at(behind).isMark();
            if (!isOther)
                found.push_back({from, to - from, {name.person}, name.kind == Kind::Part});
        }
    }
    return found;
}

} // namespace dtp
