// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/import_text.h>
#include <import_records/case_finder.h>

#include <lists/people_export.h>
#include <records/cases.h>
#include <storage/bulk_reader.h>

#include <algorithm>

namespace dtp
{

namespace
{
Found unclear(const QString& sentence)
{
    return {Found::How::Unclear, 0, sentence, {}};
}
} // namespace

Result<> CaseFinder::read(const Store& store)
{
    const BulkQuery query{
        .entity = Entity::RiskCase, .fields = {"id", "person_id", "opened_on", "closed_on"}, .byKey = true};
    return readBulk(store, query, [this](const BulkRow& row) {
        RiskCase one;
        one.id = {row.integer(0)};
        one.opened = QDate::fromString(row.text(2), Qt::ISODate);
        m_all.push_back({one.id.value, row.integer(1), row.text(2), caseTitle(one), !row.text(3).isEmpty()});
    });
}

qint64 CaseFinder::personOf(qint64 key) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [key](const Known& one) { return one.key == key; });
    return found == m_all.end() ? 0 : found->person;
}

QString CaseFinder::titleOf(qint64 key) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [key](const Known& one) { return one.key == key; });
    return found == m_all.end() ? QString() : found->title;
}

// person: 0, anybody's. said: a day or how it is called; empty, the open ones.
std::vector<const CaseFinder::Known*> CaseFinder::fitting(qint64 person, const QString& said) const
{
    std::vector<const Known*> some;
    for (const Known& one : m_all) {
        const bool isCalled = said.isEmpty() ? !one.isClosed : said == one.opened || said == one.title;
        if ((person == 0 || one.person == person) && isCalled)
            some.push_back(&one);
    }
    return some;
}

Found CaseFinder::find(const PersonHint& person, const Found& found, const QString& said) const
{
    if (person.isAny() && found.how != Found::How::Known)
        return unclear(found.sentence);
    const qint64 whose = person.isAny() ? found.key : 0;
    if (const auto key = recordKeyFromText(said)) {
        const qint64 owner = personOf(*key);
        if (owner != 0 && (whose == 0 || owner == whose))
            return {Found::How::Known, *key, {}, found.warnings};
        return unclear(owner == 0 ? Import::tr("There is no case with the record “%1”.").arg(said)
                                  : Import::tr("The case with the record “%1” is somebody else's.").arg(said));
    }
    if (whose == 0 && said.isEmpty())
        return unclear(Import::tr("This row does not say whose case it belongs to."));
    const std::vector<const Known*> cases = fitting(whose, said);
    if (cases.size() == 1)
        return {Found::How::Known, cases.front()->key, {}, found.warnings};
    if (cases.empty())
        return unclear(
            said.isEmpty()
                ? Import::tr("There is no open case of “%1”: say which one by the day on which it was opened, "
                             "or open it first.")
                      .arg(person.text)
                : Import::tr("There is no case that was opened on “%1”.").arg(said));
    return unclear(Import::tr("%L1 cases fit this row: say which by the person, the day on which it was opened or the "
                              "record.")
                       .arg(cases.size()));
}

} // namespace dtp
