// SPDX-License-Identifier: GPL-3.0-or-later
// The page of workshops: what is to come first, the workshop at the right.
#pragma once

#include <ui/records/record_page.h>

namespace dtp
{

class WorkshopPane;

class WorkshopPage : public RecordPage
{
    Q_OBJECT
public:
    WorkshopPage(AppContext& context, QSettings& settings, QWidget* parent = nullptr);
    WorkshopPane& pane();
};

} // namespace dtp
