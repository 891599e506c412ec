// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the house: found by words in any script and by filters, typed or clicked; searches worth keeping are
// kept.
#pragma once

#include <search/person_search.h>
#include <ui/records/record_page.h>

namespace dtp
{

class PeoplePage : public RecordPage
{
    Q_OBJECT
public:
    PeoplePage(AppContext& context, QSettings& settings, QWidget* parent = nullptr);

    void search(const QString& query) override;

protected:
    // A page of people for one purpose, which calls setUp() itself.
    PeoplePage(AppContext& context, QSettings& settings, RecordPageSpec spec, QWidget* parent);
    Result<IdSource> makeSource() override;
    std::vector<FilterDimension> dimensions() override;
    Result<qint64> countWith(const QString& chip, const QString& code) const override;
    void searchEdited() override;
    void filtersChanged() override;
    QString queryAsked() const override;

private:
    void showQuery(); // chips say what is typed
    PersonQuery m_query;
};

std::vector<ListColumn> peopleListColumns();

} // namespace dtp
