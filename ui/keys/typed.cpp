// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keys/typed.h>

#include <QCoreApplication>
#include <QLayout>
#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace dtp
{

namespace
{
struct Typed {
    Q_DECLARE_TR_FUNCTIONS(Typed)
};
} // namespace

bool mayLoseTyped(AppContext& context, QWidget* parent)
{
    return context.dialogs.confirm(
        parent, Typed::tr("What you have typed here is not saved. If you close it now, it is lost."),
        Typed::tr("Close without saving"));
}

void growToFit(QWidget& dialog)
{
    QLayout* const layout = dialog.layout();
    layout->activate(); // with what was shown just now
    const int needed =
        layout->hasHeightForWidth() ? layout->totalHeightForWidth(dialog.width()) : layout->totalSizeHint().height();
    const int most = dialog.screen()->availableGeometry().height();
    if (needed > dialog.height())
        dialog.resize(dialog.width(), std::min(needed, most));
}

} // namespace dtp
