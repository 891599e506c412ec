// SPDX-License-Identifier: GPL-3.0-or-later
// Shows what is to be recalled as soon as somebody's withdrawal or refusal has been entered, wherever that was done.
#pragma once

#include <privacy/recall.h>
#include <ui/models/background_store.h>
#include <ui/widgets/app_context.h>

#include <QObject>

namespace dtp
{

class RecallOffer : public QObject
{
    Q_OBJECT
public:
    RecallOffer(AppContext& context, QWidget* window);

private:
    void look(const Touched& touched);
    bool isOffered(Id<Person> person, const std::vector<LeftCopy>& copies) const;
    AppContext& m_context;
    QWidget* m_window;
    BackgroundStore m_background;
};

} // namespace dtp
