// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/cases/masked_page.h>

#include <records/masking.h>
#include <ui/models/discretion.h>
#include <ui/records/record_view.h>
#include <ui/widgets/theme.h>

#include <QAction>
#include <QPushButton>

namespace dtp
{

namespace
{
RecordPageSpec masked(RecordPageSpec spec)
{
    const RecordType& type = recordType(spec.entity);
    for (ListColumn& column : spec.columns) {
        if (!column.fields.empty() && isMaskedOnScreen(type, type.fields[static_cast<size_t>(column.fields.front())]))
            column.isSortable = false; // the order would tell
    }
    return spec;
}
} // namespace

MaskedPage::MaskedPage(AppContext& context, QSettings& settings, RecordPageSpec spec)
    : RecordPage(context, settings, masked(std::move(spec))),
      m_show(new QPushButton(icon("password-show-on"), tr("Show names"), this)),
      m_command(new QAction(m_show->icon(), m_show->text(), this))
{
    setUp();
    list().setCoversRestricted(true);
    m_show->setObjectName(QStringLiteral("showNames"));
    m_show->setCheckable(true);
    addButton(m_show);
    connect(m_show, &QPushButton::toggled, this, [this](bool isOn) {
        list().setCoversRestricted(!isOn);
        view().showRestricted(isOn);
        m_show->setText(isOn ? tr("Hide names") : tr("Show names"));
        m_command->setText(m_show->text());
    });
    m_command->setObjectName(QStringLiteral("command-show-names"));
    connect(m_command, &QAction::triggered, m_show, &QPushButton::toggle);
    addAction(m_command); // where Find anything looks
    updateButton();
    whenSwitched(context.store, this, [this] { updateButton(); });
}

// Not all of them at once while somebody looks on.
void MaskedPage::updateButton()
{
    const bool isCovered = isDiscreet(m_context.store);
    if (isCovered)
        m_show->setChecked(false);
    m_show->setEnabled(!isCovered);
    m_command->setEnabled(!isCovered);
    m_show->setToolTip(isCovered ? hiddenHint()
                                 : tr("Restricted: shown only while you need it, and never leaves the secretariat."));
}

void MaskedPage::hideEvent(QHideEvent* event)
{
    m_show->setChecked(false);
    view().showRestricted(false); // also what was uncovered one by one
    RecordPage::hideEvent(event);
}

} // namespace dtp
