// SPDX-License-Identifier: GPL-3.0-or-later
// Who agreed to what: the list of people with a column a purpose, asked by what is agreed to, what ends soon and what
// nobody was asked about.
#pragma once

#include <ui/pages/people/people_page.h>

namespace dtp
{

class ConsentsPage : public PeoplePage
{
    Q_OBJECT
public:
    ConsentsPage(AppContext& context, QSettings& settings, QWidget* parent = nullptr);

    // They are counted on the page of people.
    qint64 count() const override { return -1; }

protected:
    std::vector<FilterDimension> dimensions() override;
};

} // namespace dtp
