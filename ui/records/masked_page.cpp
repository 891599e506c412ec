// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/masked_page.h>

#include <records/kinds.h>
#include <ui/models/masking.h>
#include <ui/records/record_view.h>
#include <ui/widgets/theme.h>

#include <QPushButton>

namespace dtp
{

namespace
{
RecordPageSpec masked(RecordPageSpec spec, const std::shared_ptr<bool>& isShown)
{
    for (ListColumn& column : spec.columns) {
        const int index = column.fields.empty() ? -1 : column.fields.front();
        const Field* field = index < 0 ? nullptr : &recordType(spec.entity).fields[static_cast<size_t>(index)];
        if (!field || !isMaskedOnScreen(recordType(spec.entity), *field))
            continue;
        column.isSortable = false; // the order would tell
        column.text = [isShown, index, field](const Store& store, const RecordValues& values) {
            const QVariant& value = values.fields.at(index);
            if (!*isShown && !traitsOf(*field).isEmpty(value))
                return QStringLiteral("•••");
            return store.displayText(*field, value);
        };
    }
    return spec;
}
} // namespace

MaskedPage::MaskedPage(AppContext& context, QSettings& settings, RecordPageSpec spec)
    : MaskedPage(context, settings, std::move(spec), std::make_shared<bool>(false))
{
}

MaskedPage::MaskedPage(AppContext& context, QSettings& settings, RecordPageSpec spec, std::shared_ptr<bool> isShown)
    : RecordPage(context, settings, masked(std::move(spec), isShown)), m_isShown(std::move(isShown)),
      m_show(new QPushButton(icon("password-show-on"), tr("Show names"), this))
{
    setUp();
    m_show->setObjectName(QStringLiteral("showNames"));
    m_show->setCheckable(true);
    m_show->setToolTip(tr("Restricted: shown only while you need it, and never leaves the secretariat."));
    addButton(m_show);
    connect(m_show, &QPushButton::toggled, this, [this](bool isOn) {
        *m_isShown = isOn;
        list().reload();
        view().showRestricted(isOn);
    });
}

void MaskedPage::hideEvent(QHideEvent* event)
{
    m_show->setChecked(false);
    view().showRestricted(false); // also what was uncovered one by one
    RecordPage::hideEvent(event);
}

} // namespace dtp
