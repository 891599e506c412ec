// SPDX-License-Identifier: GPL-3.0-or-later
#include <names/unbroken_names.h>

#include <base/han_characters.h>
#include <storage/bulk_reader.h>
#include <words/honorifics.h>

namespace dtp
{

namespace
{
constexpr qsizetype shortestOfOneWord = 6;
constexpr qsizetype shortestOfSeveral = 4;
constexpr qsizetype shortestAddressed = 2;
constexpr qsizetype shortestOfHan = 2;

bool isUnbroken(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Thai || script == QChar::Script_Lao || script == QChar::Script_Khmer ||
           script == QChar::Script_Myanmar || script == QChar::Script_Han;
}

bool isPassedOver(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format;
}

quint32 startOf(const QString& signs, qsizetype at)
{
    return static_cast<quint32>(signs.at(at).unicode()) << 16 | signs.at(at + 1).unicode();
}
} // namespace

bool UnbrokenNames::concern(const QString& text)
{
    return std::any_of(text.begin(), text.end(), isUnbroken);
}

void UnbrokenNames::add(const QString& name, qint64 person)
{
    const QString composed = inSimplifiedHan(name.normalized(QString::NormalizationForm_C).simplified());
    QString signs;
    for (const QChar c : composed) {
        if (isUnbroken(c))
            signs += c;
        else if (!isPassedOver(c))
            return; // of several scripts: found word by word
    }
    const qsizetype shortest = hasHan(signs)                         ? shortestOfHan
                               : composed.contains(QLatin1Char(' ')) ? shortestOfSeveral
                                                                     : shortestOfOneWord;
    if (signs.size() >= shortestAddressed)
        m_byStart[startOf(signs, 0)].push_back({signs, person, signs.size() < shortest});
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
    QString signs;
    std::vector<qsizetype> at; // where each sign stands in the text
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isPassedOver(text.at(i)))
            continue;
        signs += text.at(i);
        at.push_back(i);
    }
    signs = inSimplifiedHan(std::move(signs));
    std::vector<Found> found;
    for (qsizetype i = 0; i + 1 < signs.size(); ++i) {
        const auto names = m_byStart.constFind(startOf(signs, i));
        if (names == m_byStart.constEnd())
            continue;
        const QStringView rest = QStringView(signs).mid(i);
        for (const Name& name : *names) {
            const qsizetype behind = i + name.signs.size();
            // A mark that follows belongs to the last sign: then it is another word.
            if (!rest.startsWith(name.signs) || (behind < signs.size() && signs.at(behind).isMark()) ||
                (name.isShort && !endsWithHonorific(QStringView(signs).left(i))))
                continue;
            const qsizetype from = at[static_cast<size_t>(i)];
            found.push_back({from, at[static_cast<size_t>(behind - 1)] + 1 - from, {name.person}});
        }
    }
    return found;
}

} // namespace dtp
