// SPDX-License-Identifier: GPL-3.0-or-later
// What a row says of its person's safety. Several columns may: the most careful of them counts.
#include <cells/cell_values.h>
#include <cells/name_words.h>
#include <cells/safety_words.h>
#include <import/heading_words.h>
#include <import/import_text.h>
#include <import/row_work.h>
#include <meaning/codes.h>

#include <base/text.h>
#include <records/kinds.h>

namespace dtp
{

using L1 = QLatin1String;

static int safetyField()
{
    static const int field = recordType<Person>().indexOf("safety_level");
    return field;
}

// level: a code of the vocabulary safety_levels.
void RowWork::setSafety(const QString& level)
{
    m_safetyDiffers = m_safetyDiffers || (m_saysSafety && m_out.person.safetyLevel != level);
    // One that is not known counts as at risk.
    const auto care = [](const QString& code) {
        return code == codeText(SafetyLevel::Normal) ? 0 : code == codeText(SafetyLevel::Careful) ? 1 : 2;
    };
    if (!m_saysSafety)
        setField(safetyField(), level);
    else if (care(level) > care(m_out.person.safetyLevel))
        m_out.person.safetyLevel = level;
    m_saysSafety = true;
}

void RowWork::readSafety(const MappedColumn& column, const QString& text)
{
    if (const auto level = safetyOf(column.mapping.heading, text)) {
        setSafety(codeText(*level));
        if (*level == SafetyLevel::Careful)
            keepUnknown(column, text);
        return;
    }
    const auto code = m_words.codeFor(QStringLiteral("safety_levels"), text);
    const bool isDoubtedNormal = isDoubted(text) && code == codeText(SafetyLevel::Normal);
    if (code && !isDoubtedNormal) {
        setSafety(*code);
    } else if (isDoubtedNormal || isDoubtOfSafety(text)) {
        // What is said of somebody's safety and not understood is a reason to be careful.
        setSafety(codeText(SafetyLevel::Careful));
        keepUnknown(column, text);
    }
}

// "Detained" under “Status” or in a remark is no level of safety, and a reason to be careful all the same.
void RowWork::heedDanger(const MappedColumn& column, const QString& text, bool isStatus)
{
    const bool isOfPerson =
        column.isPlainNotes || (isStatus && !isAboutSomebodyElse(foldedHeading(column.mapping.heading)));
    if (isOfPerson && meansDied(text, isStatus)) {
        setFlag(column, QStringLiteral("deceased"));
        m_out.warnings.append(Import::tr("“%1” in “%2” says that they have died: they are entered as deceased.")
                                  .arg(text.simplified().left(80), column.mapping.heading));
        return;
    }
    if (!tellsDanger(text, isStatus) && !(isStatus && hidesPlace(foldedHeading(column.mapping.heading), text)))
        return;
    setSafety(codeText(SafetyLevel::Careful));
    m_out.warnings.append(Import::tr("“%1” in “%2” speaks of danger: it counts as a reason to be careful.")
                              .arg(text.simplified().left(80), column.mapping.heading));
}

// Where somebody hides is no place to be listed.
void RowWork::readHidingPlace(const MappedColumn& column, const QString& text)
{
    keep(column.mapping.heading, text);
    heedDanger(column, text, true);
}

void RowWork::settleSafety()
{
    if (m_safetyDiffers)
        m_out.warnings.append(Import::tr(
            "The columns about safety do not say the same in this row; the most careful of them was taken."));
}

} // namespace dtp
