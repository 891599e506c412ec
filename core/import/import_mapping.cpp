// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_mapping.h>

#include <import/column_content.h>
#include <import/heading_words.h>

#include <base/text.h>

#include <QCoreApplication>
#include <QCryptographicHash>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

constexpr qsizetype headingsWithin = 40; // so many rows down they are looked for

bool isDateTarget(const QString& target)
{
    return target == L1("birth_year") || target == L1("last_verified") || target == L1("org_from") ||
           target == L1("org_to") || target == L1("program_year");
}

int filledCells(const SheetRow& row)
{
    return static_cast<int>(std::count_if(row.cells.begin(), row.cells.end(),
                                          [](const QString& cell) { return !cell.trimmed().isEmpty(); }));
}

int recognisedCells(const SheetRow& row)
{
    int known = 0;
    for (const QString& cell : row.cells)
        known += !cell.trimmed().isEmpty() && cell.size() < 80 && !targetOfHeading(cell).isEmpty();
    return known;
}

// Short texts without digits and @, as headings are.
bool looksLikeHeadings(const SheetRow& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const QString& cell) {
        return cell.size() < 60 && !cell.contains(QLatin1Char('@')) &&
               std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    });
}

// Index in the sample, or -1: the row in which most cells are known headings. Where no word is known, the widest of
// the first rows when it looks like headings and the row below it does not.
qsizetype headingIndex(const std::vector<SheetRow>& sample)
{
    qsizetype best = -1;
    int bestKnown = 0;
    qsizetype widest = -1;
    const auto end = std::min<qsizetype>(static_cast<qsizetype>(sample.size()), headingsWithin);
    for (qsizetype i = 0; i < end; ++i) {
        const SheetRow& row = sample[static_cast<size_t>(i)];
        const int filled = filledCells(row);
        const int known = recognisedCells(row);
        // A single word of a title ("Participants") is no heading row unless the table has one column only.
        const bool isEnough = known >= 2 || (known == 1 && filled == 1 &&
                                             (i + 1 == end || filledCells(sample[static_cast<size_t>(i) + 1]) == 1));
        if (isEnough && known > bestKnown && known * 3 >= filled) {
            best = i;
            bestKnown = known;
        }
        if (filled >= 2 && (widest < 0 || filled > filledCells(sample[static_cast<size_t>(widest)])))
            widest = i;
    }
    if (best >= 0 || widest < 0)
        return best;
    const SheetRow& row = sample[static_cast<size_t>(widest)];
    const bool hasBelow = widest + 1 < static_cast<qsizetype>(sample.size());
    return looksLikeHeadings(row) && hasBelow && !looksLikeHeadings(sample[static_cast<size_t>(widest) + 1]) ? widest
                                                                                                             : -1;
}

qsizetype indexOfRow(const std::vector<SheetRow>& sample, qint64 number)
{
    const auto found =
        std::find_if(sample.begin(), sample.end(), [number](const SheetRow& row) { return row.number == number; });
    return found == sample.end() ? -1 : found - sample.begin();
}

QStringList columnValues(const std::vector<SheetRow>& sample, size_t from, int column)
{
    QStringList values;
    for (size_t i = from; i < sample.size(); ++i)
        values.append(sample[i].cells.value(column));
    return values;
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
    if (target == L1("full_name") && content.isFamilyGiven())
        return QStringLiteral("family_given");
    if (target == L1("ignore") && content.isPhones() && key == L1("number"))
        return QStringLiteral("phone");
    // Running numbers may be left out; anything else under such a heading is kept.
    if (target == L1("ignore") && content.count() > 0 && !content.isWholeNumbers() && !isReasonHeading(heading))
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
    if (content.isSalutations())
        return {};
    if (content.isCountries())
        return QStringLiteral("country");
    if (content.isGenders() && !content.isYesOrNo())
        return QStringLiteral("gender");
    return {};
}

// Two columns cannot both be the given name: the one whose heading is nearest to the target's own name keeps it.
void resolveDoubles(std::vector<ColumnMapping>& columns)
{
    for (ColumnMapping& column : columns) {
        const ImportTarget* target = importTarget(column.target);
        if (!target || target->takesMany)
            continue;
        for (ColumnMapping& other : columns) {
            if (&other == &column || other.target != column.target)
                continue;
            const auto rank = [target](const ColumnMapping& c) {
                const qsizetype place = target->headings.indexOf(headingKey(c.heading));
                return c.by == RecognisedBy::Content ? 2000 : place < 0 ? 1000 : place;
            };
            ColumnMapping& loser = rank(other) < rank(column) ? column : other;
            loser.target = QStringLiteral("notes");
            loser.by = RecognisedBy::Nothing;
            if (&loser == &column)
                break;
        }
    }
}

// "Name" beside a family name is the given name; beside a given name alone it is the family name, unless it repeats
// it.
void settleNames(std::vector<ColumnMapping>& columns, const std::vector<SheetRow>& sample, size_t from)
{
    const auto find = [&](const char* target) {
        return std::find_if(columns.begin(), columns.end(),
                            [target](const ColumnMapping& c) { return c.target == L1(target); });
    };
    const auto full = find("full_name");
    const auto given = find("given_name");
    const auto family = find("family_name");
    if (full == columns.end() || headingKey(full->heading) != L1("name"))
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
    mapping.heading = heading.simplified();
    if (mapping.heading.isEmpty())
        mapping.heading = QCoreApplication::translate("Import", "Column %1").arg(column + 1);
    mapping.samples = content.samples();
    mapping.holdsDates = content.isDates();
    mapping.dateOrder = content.dateOrder();
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

ImportMapping recogniseMapping(const std::vector<SheetRow>& sample, const ImportWords& words,
                               std::optional<qint64> headingRow)
{
    ImportMapping mapping;
    const qsizetype heading = headingRow ? indexOfRow(sample, *headingRow) : headingIndex(sample);
    const size_t from = heading < 0 ? 0 : static_cast<size_t>(heading) + 1;
    if (heading >= 0) {
        mapping.headingRow = sample[static_cast<size_t>(heading)].number;
        for (size_t i = 0; i + 1 < from; ++i) {
            if (const QString text = sample[i].cells.join(QLatin1Char(' ')).simplified(); !text.isEmpty())
                mapping.above.append(text);
        }
    }
    qsizetype width = 0;
    for (size_t i = heading < 0 ? 0 : from - 1; i < sample.size(); ++i) {
        // Blank cells at the end of a row make no column.
        qsizetype filled = sample[i].cells.size();
        while (filled > 0 && sample[i].cells.at(filled - 1).trimmed().isEmpty())
            --filled;
        width = std::max(width, filled);
    }
    for (int column = 0; column < width; ++column) {
        const QString text = heading < 0 ? QString() : sample[from - 1].cells.value(column);
        mapping.columns.push_back(mappingOf(column, text, ColumnContent(columnValues(sample, from, column), words)));
    }
    resolveDoubles(mapping.columns);
    settleNames(mapping.columns, sample, from);
    findNames(mapping.columns, sample, from, words);
    return mapping;
}

QString ImportMapping::fingerprint() const
{
    QString all;
    for (const ColumnMapping& column : columns)
        all += headingKey(column.heading) + QLatin1Char('\n');
    return QString::fromLatin1(QCryptographicHash::hash(all.toUtf8(), QCryptographicHash::Sha1).left(8).toHex());
}

QString ImportMapping::toText() const
{
    QStringList all;
    for (const ColumnMapping& column : columns)
        all.append(isDateTarget(column.target)
                       ? QString(column.target + QLatin1Char(':') + orderCode(column.dateOrder))
                       : column.target);
    return all.join(QLatin1Char(','));
}

void ImportMapping::applyText(const QString& text)
{
    const QStringList all = text.split(QLatin1Char(','));
    if (all.size() != static_cast<qsizetype>(columns.size()))
        return;
    for (size_t i = 0; i < columns.size(); ++i) {
        const QString target = all.at(static_cast<qsizetype>(i)).section(QLatin1Char(':'), 0, 0);
        if (!importTarget(target))
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
