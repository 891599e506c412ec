// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/ui_words.h>

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMetaProperty>
#include <QTabBar>
#include <QWidget>

namespace dtp::test
{

namespace
{
constexpr int rolesOfOurOwn = 24; // from Qt::UserRole on

QString nameOf(const QWidget& widget)
{
    QString name = QLatin1String(widget.metaObject()->className());
    for (const QWidget* up = widget.parentWidget(); up; up = up->parentWidget())
        name = QLatin1String(up->metaObject()->className()) + QLatin1Char('/') + name;
    return name + QLatin1Char('#') + widget.objectName();
}

class Collector
{
public:
    void add(const QString& where, const QVariant& value)
    {
        const QString text = value.typeId() == QMetaType::QStringList ? value.toStringList().join(QLatin1Char('\n'))
                             : value.typeId() == QMetaType::QString   ? value.toString()
                                                                      : QString();
        if (!text.isEmpty())
            m_all.push_back({where, text});
    }
    void addProperties(const QString& where, const QObject& object)
    {
        const QMetaObject& meta = *object.metaObject();
        for (int i = 0; i < meta.propertyCount(); ++i) {
            const QString name = QLatin1String(meta.property(i).name());
            if (name != QLatin1String("objectName") && name != QLatin1String("styleSheet"))
                add(where + QLatin1Char('.') + name, meta.property(i).read(&object));
        }
    }
    void addModel(const QString& where, const QAbstractItemModel& model, const QModelIndex& parent = {})
    {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                const QString cell = QStringLiteral("%1[%2,%3]").arg(where).arg(row).arg(column);
                for (int role = 0; role < Qt::StatusTipRole + 20; ++role)
                    add(cell, index.data(role));
                for (int role = 0; role < rolesOfOurOwn; ++role)
                    add(cell, index.data(Qt::UserRole + role));
                if (column == 0)
                    addModel(cell, model, index);
            }
        }
        for (int row = 0; row < model.rowCount(parent); ++row) {
            add(where, model.headerData(row, Qt::Vertical));
            add(where, model.headerData(row, Qt::Vertical, Qt::ToolTipRole));
        }
    }
    void addWidget(QWidget& widget)
    {
        const QString name = nameOf(widget);
        addProperties(name, widget);
        const auto actions = widget.actions();
        for (const QAction* action : actions)
            addProperties(name + QLatin1String(".action"), *action);
        if (const auto* view = qobject_cast<QAbstractItemView*>(&widget); view && view->model())
            addModel(name, *view->model());
        if (const auto* combo = qobject_cast<QComboBox*>(&widget))
            addModel(name, *combo->model());
        if (const auto* tabs = qobject_cast<QTabBar*>(&widget)) {
            for (int i = 0; i < tabs->count(); ++i) {
                add(name, tabs->tabText(i));
                add(name, tabs->tabToolTip(i));
            }
        }
        if (QAccessibleInterface* told = QAccessible::queryAccessibleInterface(&widget)) {
            for (const QAccessible::Text kind :
                 {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
                add(name + QLatin1String(".accessible"), told->text(kind));
        }
    }
    std::vector<ShownWords> all() { return std::move(m_all); }

private:
    std::vector<ShownWords> m_all;
};
} // namespace

std::vector<ShownWords> allShownWords()
{
    Collector collector;
    const auto widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        if (widget->isVisible())
            collector.addWidget(*widget);
    }
    return collector.all();
}

} // namespace dtp::test
