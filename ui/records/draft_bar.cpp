// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/records/record_form.h>
#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace dtp
{

DraftBar::DraftBar(RecordForm& form, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("unsaved"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * Space, Space, 2 * Space, Space);
    auto* words = plainLabel(tr("Not saved yet"), this);
    words->setWordWrap(true); // narrow panes have little room beside the buttons
    auto* revert = new QPushButton(tr("Revert"), this);
    auto* save = new QPushButton(tr("Save"), this);
    save->setToolTip(tr("Save (Ctrl+S)"));
    makePrimary(save);
    layout->addWidget(words, 1);
    layout->addWidget(revert);
    layout->addWidget(save);
    connect(revert, &QPushButton::clicked, &form, &RecordForm::revert);
    connect(save, &QPushButton::clicked, &form, &RecordForm::save);
    const auto show = [this, &form, words, revert, save](bool dirty) {
        setVisible(dirty);
        const QString kind = recordType(form.entity()).singularText();
        // Short enough for the pane of a small laptop; what is new is called so above.
        words->setText(form.isRestored() ? tr("Typed earlier and not saved yet")
                       : form.isNew()    ? tr("New %1, not saved yet").arg(kind)
                                         : tr("Not saved yet"));
        revert->setText(form.isNew() ? tr("Cancel") : tr("Revert"));
        save->setText(form.isNew() ? tr("Add %1").arg(kind) : tr("Save"));
    };
    connect(&form, &RecordForm::dirtyChanged, this, show);
    show(form.isDirty());
}

void DraftBar::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    QPainter painter(this);
    painter.fillRect(rect(), c.warningSoft);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
}

} // namespace dtp
