// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/ui_fit.h>

#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

namespace dtp::test
{

namespace
{
QString calledBy(const QWidget& widget)
{
    const QString name = widget.objectName().isEmpty() ? widget.accessibleName() : widget.objectName();
    QString called = QLatin1String(widget.metaObject()->className());
    return name.isEmpty() ? called : called + QStringLiteral("(%1)").arg(name);
}
} // namespace

QString placeOf(const QWidget& widget)
{
    QStringList place;
    for (const QWidget* at = &widget; at && place.size() < 4; at = at->parentWidget())
        place.prepend(calledBy(*at));
    return place.join(QStringLiteral(" > "));
}

namespace
{
class Measurer
{
public:
    explicit Measurer(const QWidget& window)
    {
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisibleTo(&window) || widget->window() != window.window() ||
                widget->visibleRegion().isEmpty())
                continue;
            measureText(*widget);
            measurePlace(*widget);
        }
    }
    Room room;

private:
    void note(const QWidget& widget, const QString& words, const char* what, int needs, int has)
    {
        room.texts += words.isEmpty() ? 0 : 1;
        if (needs > has)
            room.faults.append(QStringLiteral("%1 “%2”: %3 %4, has %5")
                                   .arg(placeOf(widget), words.left(60), QLatin1String(what))
                                   .arg(needs)
                                   .arg(has));
    }

    void measureText(const QWidget& widget)
    {
        const QFontMetrics metrics = widget.fontMetrics();
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            if (label->text().isEmpty())
                return;
            if (label->wordWrap())
                note(widget, label->text(), "height", label->heightForWidth(label->width()), label->height());
            else
                note(widget, label->text(), "width", label->sizeHint().width(), label->width());
        } else if (qobject_cast<const QPushButton*>(&widget) || qobject_cast<const QToolButton*>(&widget) ||
                   qobject_cast<const QCheckBox*>(&widget) || qobject_cast<const QRadioButton*>(&widget)) {
            const auto* button = qobject_cast<const QAbstractButton*>(&widget);
            const auto* tool = qobject_cast<const QToolButton*>(&widget);
            if (!button->text().isEmpty() && !(tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly))
                note(widget, button->text(), "width", widget.sizeHint().width(), widget.width());
        } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            QStyleOptionComboBox option;
            option.initFrom(box);
            const QRect field =
                box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
            constexpr int beside = 2; // what a letter has beside itself, which the size of a box leaves out
            note(widget, box->currentText(), "width", metrics.horizontalAdvance(box->currentText()),
                 field.width() + beside);
        } else if (const auto* line = qobject_cast<const QLineEdit*>(&widget)) {
            const int margins = line->textMargins().left() + line->textMargins().right() + 8;
            if (line->text().isEmpty())
                note(widget, line->placeholderText(), "width", metrics.horizontalAdvance(line->placeholderText()),
                     line->width() - margins);
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                note(widget, tabs->tabText(i), "right", tabs->tabRect(i).right(), tabs->width());
        } else if (const auto* header = qobject_cast<const QHeaderView*>(&widget);
                   header && header->orientation() == Qt::Horizontal && header->model()) {
            for (int i = 0; i < header->count(); ++i) {
                const QString title = header->model()->headerData(i, Qt::Horizontal).toString();
                if (!header->isSectionHidden(i))
                    note(widget, title, "width", metrics.horizontalAdvance(title) + 8, header->sectionSize(i));
            }
        }
    }

    void measurePlace(const QWidget& widget)
    {
        const QWidget* const parent = widget.parentWidget();
        if (widget.isWindow() || !parent)
            return;
        // What is scrolled may be larger than what it is seen through.
        const auto* area = qobject_cast<const QAbstractScrollArea*>(parent->parentWidget());
        if (area && area->viewport() == parent)
            return;
        const QRect place = widget.geometry();
        note(widget, QString(), "right", place.right(), parent->width());
        note(widget, QString(), "bottom", place.bottom(), parent->height());
        note(widget, QString(), "left", -place.left(), 0);
        note(widget, QString(), "top", -place.top(), 0);
        for (const QObject* other : parent->children()) {
            const auto* beside = qobject_cast<const QWidget*>(other);
            if (!beside || beside <= &widget || beside->isWindow() || beside->isHidden())
                continue;
            const QRect both = place.intersected(beside->geometry());
            if (both.width() > 1 && both.height() > 1)
                room.faults.append(QStringLiteral("%1 stands upon %2").arg(placeOf(widget), calledBy(*beside)));
        }
    }
};
} // namespace

Room roomIn(const QWidget& window)
{
    return Measurer(window).room;
}

} // namespace dtp::test
