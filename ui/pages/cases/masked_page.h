// SPDX-License-Identifier: GPL-3.0-or-later
// A page of records of which it is restricted whom they are about: who passes by sees days and levels, and no name.
#pragma once

#include <ui/records/record_page.h>

namespace dtp
{

class MaskedPage final : public RecordPage
{
    Q_OBJECT
public:
    MaskedPage(AppContext& context, QSettings& settings, RecordPageSpec spec);

protected:
    void hideEvent(QHideEvent* event) override; // masked again

private:
    void updateButton();
    QPushButton* m_show;
    QAction* m_command; // the same, by its name
};

} // namespace dtp
