// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_mapping.h>

#include <import/column_content.h>
#include <import/heading_words.h>
#include <import/sheet_frame.h>

#include <base/text.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

// What address books write a second time.
bool isRepetition(const QString& key)
{
    return key.startsWith(L1("e mail")) && key.endsWith(L1("display name"));
}

// Headings that mean different things in different sheets are decided by what is below them.
QString decided(const QString& target, const QString& heading, const ColumnContent& content)
{
    const QString key = headingKey(heading);
    if (key == L1("title") || key == L1("salutation") || key == L1("honorific"))
        return content.isSalutations() || key != L1("title") ? QStringLiteral("notes") : QStringLiteral("org_role");
    if (target == L1("org_role") && key == L1("role") && content.isParticipationRoles())
        return QStringLiteral("participation_role");
    if (target == L1("status") && content.isOutcomes() && !content.isStatuses())
        return QStringLiteral("outcome");
    // "Focal point", "Member" answered with yes or no name nobody.
    static const QStringList names{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                   QStringLiteral("given_name"), QStringLiteral("family_name")};
    if (names.contains(target) && content.isYesOrNo())
        return QStringLiteral("notes");
    if (target == L1("full_name") && content.isFamilyGiven())
        return QStringLiteral("family_given");
    // "Chinese name" may be one in Latin letters, beside an English one.
    if (target == L1("own_script_name") && content.count() > 0 && content.hasLatin())
        return QStringLiteral("alternate_name");
    if (target == L1("ignore") && content.isPhones() && key == L1("number"))
        return QStringLiteral("phone");
    // Running numbers may be left out; anything else under such a heading is kept.
    if (target == L1("ignore") && content.count() > 0 && !content.isWholeNumbers() && !content.isKindOfContact() &&
        !isReasonHeading(heading) && !isRepetition(key))
        return QStringLiteral("notes");
    if (target == L1("program_title") && content.isYears())
        return QStringLiteral("program_year");
    if (target == L1("post") && content.isEmails())
        return QStringLiteral("email");
    // "Network", "Training" … answered with yes or no names none.
    if ((target == L1("network") || target == L1("program_title") || target == L1("organisation") ||
         target == L1("issues") || target == L1("skills")) &&
        content.isYesOrNo())
        return QStringLiteral("notes");
    return target;
}

QString byContent(const ColumnContent& content)
{
    if (content.count() == 0)
        return {};
    if (content.isEmails())
        return QStringLiteral("email");
    if (content.isPhones())
        return QStringLiteral("phone");
    if (content.isSalutations() || content.isYesOrNo()) // "No" is Norway, too
        return {};
    if (content.isCountries())
        return QStringLiteral("country");
    if (content.isGenders())
        return QStringLiteral("gender");
    return {};
}

// "Name" in the languages in which it can also be one part of the name, on any side of the heading.
bool isBareName(const QString& heading)
{
    static const QSet<QString> bare = [] {
        QSet<QString> all;
        for (const char* word : {"name", "nama", "naran", "nome", "nombre", "nom", "tên", "ชื่อ", "ឈ្មោះ", "名", "名字",
                                 "이름", "ຊື່", "नाम", "নাম", "အမည်", "pangalan", "имя", "الاسم"})
            all.insert(foldedHeading(QString::fromUtf8(word)));
        return all;
    }();
    const QStringList words = headingKey(heading).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return !words.isEmpty() &&
           std::all_of(words.begin(), words.end(), [](const QString& word) { return bare.contains(word); });
}

// "Name" beside a family name is the given name; beside a given name alone it is the family name, unless it repeats
// it. "Nom", "Nombre" alone are the whole name.
void settleNames(std::vector<ColumnMapping>& columns, const std::vector<SheetRow>& sample, size_t from)
{
    const auto find = [&](const char* target) {
        return std::find_if(columns.begin(), columns.end(),
                            [target](const ColumnMapping& c) { return c.target == L1(target); });
    };
    const auto full = find("full_name");
    const auto given = find("given_name");
    const auto family = find("family_name");
    if (full == columns.end()) {
        const auto only = given == columns.end() ? family : family == columns.end() ? given : columns.end();
        if (only != columns.end() && isBareName(only->heading))
            only->target = QStringLiteral("full_name");
        return;
    }
    if (!isBareName(full->heading))
        return;
    if (family != columns.end() && given == columns.end()) {
        full->target = QStringLiteral("given_name");
    } else if (given != columns.end() && family == columns.end()) {
        int repeats = 0;
        int filled = 0;
        for (size_t i = from; i < sample.size(); ++i) {
            const QString givenName = foldText(sample[i].cells.value(given->column));
            filled += !givenName.isEmpty();
            repeats += !givenName.isEmpty() && foldText(sample[i].cells.value(full->column)).contains(givenName);
        }
        if (repeats * 2 < filled)
            full->target = QStringLiteral("family_name");
    }
}

// Of two columns of whole names the one in another script is the name in own script.
void settleScripts(std::vector<ColumnMapping>& columns, const std::vector<ColumnContent>& contents)
{
    const auto isWhole = [](const ColumnMapping& c) { return c.target == L1("full_name"); };
    const bool hasLatin = std::any_of(columns.begin(), columns.end(), [&](const ColumnMapping& c) {
        const ColumnContent& content = contents[static_cast<size_t>(c.column)];
        return content.count() > 0 && content.hasLatin() &&
               (isWhole(c) || c.target == L1("given_name") || c.target == L1("family_name"));
    });
    for (ColumnMapping& column : columns) {
        if (hasLatin && isWhole(column) && contents[static_cast<size_t>(column.column)].isOtherScript())
            column.target = QStringLiteral("own_script_name");
    }
}

// "skills/advocacy: 1" beside "skills: advocacy documentation" says nothing more: forms export both.
void settleChoices(std::vector<ColumnMapping>& columns, const std::vector<ColumnContent>& contents)
{
    for (ColumnMapping& column : columns) {
        const qsizetype slash = column.heading.lastIndexOf(QLatin1Char('/'));
        if (slash <= 0 || !contents[static_cast<size_t>(column.column)].isYesOrNo())
            continue;
        const QString question = column.heading.left(slash);
        if (std::any_of(columns.begin(), columns.end(), [&](const ColumnMapping& other) {
                return other.heading == question && other.target != L1("notes") && other.target != L1("ignore");
            })) {
            column.target = QStringLiteral("ignore");
            column.by = RecognisedBy::Heading;
        }
    }
}

// Without any name by heading, the first column that looks like names is one.
void findNames(std::vector<ColumnMapping>& columns, const std::vector<SheetRow>& sample, size_t from,
               const ImportWords& words)
{
    static const QStringList targets{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                     QStringLiteral("given_name"), QStringLiteral("family_name"),
                                     QStringLiteral("own_script_name")};
    if (std::any_of(columns.begin(), columns.end(), [](const ColumnMapping& c) { return targets.contains(c.target); }))
        return;
    for (ColumnMapping& column : columns) {
        if (column.by != RecognisedBy::Nothing || !mayGoByContent(column.heading))
            continue;
        const ColumnContent content(columnValues(sample, from, column.column), words);
        if (!content.looksLikeNames())
            continue;
        column.target = content.isFamilyGiven() ? QStringLiteral("family_given") : QStringLiteral("full_name");
        column.by = RecognisedBy::Content;
        return;
    }
}

ColumnMapping mappingOf(int column, const QString& heading, const ColumnContent& content)
{
    ColumnMapping mapping;
    mapping.column = column;
    mapping.heading = headingOrNumber(heading, column);
    mapping.samples = content.samples();
    mapping.holdsDates = content.isDates();
    mapping.dateOrder = content.dateOrder();
    mapping.isDateOrderOpen = content.isDateOrderOpen();
    mapping.holdsCodes = content.isCodes();
    const QString named = heading.trimmed().isEmpty() ? QString() : targetOfHeading(heading);
    if (!named.isEmpty()) {
        mapping.target = decided(named, heading, content);
        mapping.by = RecognisedBy::Heading;
    } else if (const QString seen = mayGoByContent(heading) ? byContent(content) : QString(); !seen.isEmpty()) {
        mapping.target = seen;
        mapping.by = RecognisedBy::Content;
    }
    return mapping;
}

QString orderCode(DateOrder order)
{
    return order == DateOrder::MonthDayYear   ? QStringLiteral("mdy")
           : order == DateOrder::YearMonthDay ? QStringLiteral("ymd")
                                              : QStringLiteral("dmy");
}
} // namespace

// Two columns cannot both be the given name.
void resolveDoubles(std::vector<ColumnMapping>& columns, const TargetLookup& lookup, const QString& otherwise)
{
    for (ColumnMapping& column : columns) {
        const ImportTarget* target = lookup(column.target);
        if (!target || target->takesMany)
            continue;
        for (ColumnMapping& other : columns) {
            if (&other == &column || other.target != column.target)
                continue;
            const auto rank = [target](const ColumnMapping& c) {
                const qsizetype place = target->headings.indexOf(headingKey(c.heading));
                const qsizetype empty = c.samples.isEmpty() ? 5000 : 0;
                return empty + (c.by == RecognisedBy::Content ? 2000 : place < 0 ? 1000 : place);
            };
            ColumnMapping& loser = rank(other) < rank(column) ? column : other;
            loser.target = otherwise;
            loser.by = RecognisedBy::Nothing;
            if (&loser == &column)
                break;
        }
    }
}

ImportMapping recogniseMapping(const std::vector<SheetRow>& sample, const ImportWords& words,
                               std::optional<qint64> headingRow)
{
    ImportMapping mapping;
    const SheetFrame frame = findFrame(
        sample, [](const QString& text) { return !targetOfHeading(text).isEmpty(); }, headingRow);
    const size_t from = frame.from;
    mapping.headingRow = frame.headingRow;
    mapping.above = frame.above;
    std::vector<ColumnContent> contents;
    for (int column = 0; column < static_cast<int>(frame.headings.size()); ++column) {
        contents.emplace_back(columnValues(sample, from, column), words);
        mapping.columns.push_back(mappingOf(column, frame.headings.at(column), contents.back()));
    }
    const bool isBuddhist = std::any_of(contents.begin(), contents.end(),
                                        [](const ColumnContent& content) { return content.hasBuddhistYears(); });
    for (ColumnMapping& column : mapping.columns)
        column.isBuddhist = isBuddhist;
    settleScripts(mapping.columns, contents);
    settleChoices(mapping.columns, contents);
    resolveDoubles(mapping.columns, &importTarget, QStringLiteral("notes"));
    settleNames(mapping.columns, sample, from);
    findNames(mapping.columns, sample, from, words);
    return mapping;
}

QStringList mappingRemarks(const ImportMapping& mapping)
{
    QStringList remarks;
    for (const ColumnMapping& column : mapping.columns) {
        if (column.target == L1("notes") && !column.samples.isEmpty() && isUnreadWish(column.heading))
            remarks.append(QCoreApplication::translate(
                               "Import",
                               "“%1” asks about consent or forbids something. It was kept in the notes: read "
                               "it before anybody in this list is named or written to.")
                               .arg(column.heading.left(120)));
        else if (column.target == L1("notes") && !column.samples.isEmpty() && isOfDanger(column.heading))
            remarks.append(QCoreApplication::translate(
                               "Import",
                               "“%1” speaks of danger or safety. It was kept in the notes, and nobody is more "
                               "careful for it: read it before anybody in this list is named.")
                               .arg(column.heading.left(120)));
        if (column.target == L1("flag.opt_out") && !column.samples.isEmpty())
            remarks.append(QCoreApplication::translate(
                               "Import", "Whoever is marked in “%1” gets no newsletter, and their e-mail and postal "
                                         "addresses are not to be used. Choose something else for the column if it is "
                                         "about being named or about something else.")
                               .arg(column.heading.left(120)));
        const ImportTarget* target = importTarget(column.target);
        if (target && target->isDate && column.isDateOrderOpen)
            remarks.append(
                (column.dateOrder == DateOrder::MonthDayYear
                     ? QCoreApplication::translate(
                           "Import", "Nothing in “%1” says whether the day or the month comes first. Dates that "
                                     "can be both were read with the month first: 03/04 is 4 March.")
                     : QCoreApplication::translate(
                           "Import", "Nothing in “%1” says whether the day or the month comes first. Dates that "
                                     "can be both were read with the day first: 03/04 is 3 April."))
                    .arg(column.heading.left(120)));
    }
    return remarks;
}

QString ImportMapping::fingerprint() const
{
    QString all;
    for (const ColumnMapping& column : columns)
        all += headingKey(column.heading) + QLatin1Char('\n');
    return QString::fromLatin1(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).left(8).toHex());
}

QString ImportMapping::toText(const TargetLookup& lookup) const
{
    QStringList all;
    for (const ColumnMapping& column : columns) {
        const ImportTarget* target = lookup(column.target);
        all.append(target && target->isDate ? QString(column.target + QLatin1Char(':') + orderCode(column.dateOrder))
                                            : column.target);
    }
    return all.join(QLatin1Char(','));
}

void ImportMapping::applyText(const QString& text, const TargetLookup& lookup)
{
    const QStringList all = text.split(QLatin1Char(','));
    if (all.size() != static_cast<qsizetype>(columns.size()))
        return;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString target = all.at(static_cast<qsizetype>(i)).section(QLatin1Char(':'), 0, 0);
        if (!lookup(target))
            continue;
        ColumnMapping& column = columns[i];
        if (column.target != target) {
            column.target = target;
            column.by = RecognisedBy::Memory;
        }
        // The order of dates is what these cells say, not what the last file's said, unless they leave it open.
        const QString order = all.at(static_cast<qsizetype>(i)).section(QLatin1Char(':'), 1, 1);
        if (column.dateOrder == DateOrder::DayMonthYear && order == L1("mdy"))
            column.dateOrder = DateOrder::MonthDayYear;
    }
}

} // namespace dtp
