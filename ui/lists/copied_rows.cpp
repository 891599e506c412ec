// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/lists/copied_rows.h>

#include <meaning/people_of_records.h>
#include <meaning/safety.h>

#include <QCoreApplication>
#include <algorithm>

namespace dtp
{

namespace
{
bool isRestricted(const RecordType& type, const ListColumn& column)
{
    return std::any_of(column.fields.begin(), column.fields.end(), [&](int field) {
        return type.fields[static_cast<size_t>(field)].sensitivity == Sensitivity::Restricted;
    });
}
} // namespace

Result<CopiedRows> copiedRows(const Store& store, const RecordListModel& model, const std::vector<int>& rows,
                              const std::vector<int>& columns)
{
    const RecordType& type = recordType(model.entity());
    const QString withheld = QCoreApplication::translate("RecordList", "[withheld]");
    std::vector<qint64> records;
    for (const int row : rows)
        records.push_back(model.idAt(row));
    DTP_TRY(people, peopleOfRecords(store, type.entity, records));
    DTP_TRY(care, peopleWithCare(store));
    const auto needsCareful = [&care](qint64 person) { return std::binary_search(care.begin(), care.end(), person); };

    CopiedRows copied;
    copied.rows = static_cast<int>(rows.size());
    std::vector<bool> masks;
    for (const int column : columns) {
        const ListColumn& one = model.columns()[static_cast<size_t>(column)];
        masks.push_back(isRestricted(type, one) || one.namesPeople);
        (masks.back() ? copied.summary.withheld : copied.summary.fields).push_back({one.key, one.title});
    }
    const bool isAllMasked = std::find(masks.begin(), masks.end(), false) == masks.end(); // then nobody is named
    QStringList lines;
    for (size_t i = 0; i < rows.size(); ++i) {
        const QSet<qint64> about = people.value(records[i]);
        const bool isMasked = std::any_of(about.begin(), about.end(), needsCareful);
        (isMasked || isAllMasked ? copied.summary.leftOut : copied.summary.named).unite(about);
        QStringList cells;
        for (size_t k = 0; k < columns.size(); ++k) {
            QString cell = model.index(rows[i], columns[k]).data().toString().replace(u'\t', u' ');
            if ((isMasked || masks[k]) && !cell.isEmpty()) {
                cell = withheld;
                copied.isMasked = true;
            }
            cells.append(cell);
        }
        lines.append(cells.join(u'\t'));
    }
    copied.summary.leftOut.subtract(copied.summary.named);
    copied.text = lines.join(u'\n');
    return copied;
}

} // namespace dtp
