// SPDX-License-Identifier: GPL-3.0-or-later
#include <meaning/age.h>

#include <QCoreApplication>
#include <array>

namespace dtp
{

namespace
{
struct Group {
    const char* code;
    int from; // years of age
    const char* label;
};
constexpr std::array groups{Group{"00_24", 0, QT_TRANSLATE_NOOP("Meaning", "Under 25")},
                            Group{"25_34", 25, QT_TRANSLATE_NOOP("Meaning", "25 to 34")},
                            Group{"35_44", 35, QT_TRANSLATE_NOOP("Meaning", "35 to 44")},
                            Group{"45_54", 45, QT_TRANSLATE_NOOP("Meaning", "45 to 54")},
                            Group{"55_64", 55, QT_TRANSLATE_NOOP("Meaning", "55 to 64")},
                            Group{"65_over", 65, QT_TRANSLATE_NOOP("Meaning", "65 and over")}};
} // namespace

QString ageGroup(std::optional<int> birthYear, QDate day)
{
    const char* code = "";
    for (const Group& group : groups)
        if (birthYear && day.year() - *birthYear >= group.from)
            code = group.code;
    return QLatin1String(code);
}

QStringList ageGroups()
{
    QStringList codes;
    for (const Group& group : groups)
        codes.append(QLatin1String(group.code));
    return codes;
}

QString ageGroupInWords(const QString& code)
{
    for (const Group& group : groups)
        if (code == QLatin1String(group.code))
            return QCoreApplication::translate("Meaning", group.label);
    return code;
}

SqlPiece ageGroup(const char* birthYearColumn, QDate day)
{
    QByteArray sql("CASE");
    for (auto group = groups.rbegin(); group != groups.rend(); ++group)
        sql += QByteArray(" WHEN ") + birthYearColumn + " <= " + QByteArray::number(day.year() - group->from) +
               " THEN '" + group->code + '\'';
    return {sql + " ELSE '' END", {}};
}

} // namespace dtp
