// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/forms/form_state.h>

#include <ui/widgets/field_editor.h>

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCborMap>
#include <QCborValue>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMetaProperty>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTextEdit>
#include <algorithm>
#include <functional>
#include <map>
#include <vector>

namespace dtp
{

namespace
{
constexpr const char* typedProperty = "typed";
constexpr const char* secretProperty =
    "isSecret";           // of a field for passphrases, also while it is shown, and of what uncovers
constexpr int passes = 3; // one box may fill another, and that a third
const QString inputKey = QStringLiteral("input");
const QString valueKey = QStringLiteral("value");
const QString wordsKey = QStringLiteral("words");

bool saysWhatWasTyped(const QWidget& widget)
{
    return widget.metaObject()->indexOfProperty(typedProperty) >= 0;
}

bool isSecret(const QWidget& widget)
{
    const auto* line = qobject_cast<const QLineEdit*>(&widget);
    return widget.property(secretProperty).toBool() || (line && line->echoMode() != QLineEdit::Normal);
}

bool isInput(const QWidget& widget)
{
    if (isSecret(widget))
        return false;
    if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
        return !line->isReadOnly();
    if (const auto* text = qobject_cast<const QTextEdit*>(&widget))
        return !text->isReadOnly();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&widget))
        return !text->isReadOnly();
    if (const auto* group = qobject_cast<const QGroupBox*>(&widget))
        return group->isCheckable();
    return saysWhatWasTyped(widget) || qobject_cast<const FieldEditor*>(&widget) ||
           qobject_cast<const QCheckBox*>(&widget) || qobject_cast<const QRadioButton*>(&widget) ||
           qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           (qobject_cast<const QAbstractItemView*>(&widget) && !qobject_cast<const QHeaderView*>(&widget));
}

// The line of a box is a part of the box, and what an editor is made of a part of that.
bool isPartOfInput(const QWidget& widget, const QWidget& window)
{
    for (const QWidget* around = widget.parentWidget(); around && around != &window; around = around->parentWidget()) {
        const bool isWhole = saysWhatWasTyped(*around) || qobject_cast<const FieldEditor*>(around) ||
                             qobject_cast<const QComboBox*>(around) || qobject_cast<const QAbstractSpinBox*>(around);
        if (isWhole)
            return true;
    }
    return false;
}

struct Input {
    QString key;
    QWidget* widget;
};

// In the order in which they were made; what the window itself says comes last, since it may build upon the others.
std::vector<Input> inputsOf(const QWidget& window)
{
    std::vector<Input> all;
    std::map<QString, int> seen; // many rows may have the same inputs
    const auto add = [&](QWidget* widget) {
        const QString name = widget->objectName().isEmpty() ? widget->accessibleName() : widget->objectName();
        const QString kind = QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char('/') + name;
        all.push_back({kind + QLatin1Char('/') + QString::number(seen[kind]++), widget});
    };
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        if (widget->window() == &window && isInput(*widget) && !isPartOfInput(*widget, window))
            add(widget);
    }
    if (saysWhatWasTyped(window))
        add(const_cast<QWidget*>(&window));
    return all;
}

// Every cell that has a tick, with its words: a tick goes back only to the row where it was.
void eachTick(const QAbstractItemModel& model, const QModelIndex& parent, const QString& path,
              const std::function<void(const QModelIndex&, const QString&)>& tell)
{
    constexpr int mostRows = 20'000;
    for (int row = 0; row < std::min(model.rowCount(parent), mostRows); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            const QString here = QStringLiteral("%1/%2.%3").arg(path, QString::number(row), QString::number(column));
            if (model.data(index, Qt::CheckStateRole).isValid())
                tell(index, here + QLatin1Char(' ') + model.data(index, Qt::DisplayRole).toString());
            if (column == 0)
                eachTick(model, index, here, tell);
        }
    }
}

QCborValue ticksOf(const QAbstractItemView& view)
{
    QCborMap ticks;
    if (view.model())
        eachTick(*view.model(), {}, {}, [&](const QModelIndex& index, const QString& where) {
            ticks.insert(where, index.data(Qt::CheckStateRole).toInt());
        });
    return ticks.isEmpty() ? QCborValue(QCborValue::Undefined) : QCborValue(ticks);
}

bool tick(QAbstractItemView& view, const QCborMap& ticks)
{
    qsizetype found = 0;
    if (!view.model())
        return false;
    eachTick(*view.model(), {}, {}, [&](const QModelIndex& index, const QString& where) {
        const QCborValue state = ticks.value(where);
        if (state.isUndefined())
            return;
        ++found;
        if (index.data(Qt::CheckStateRole).toInt() != state.toInteger())
            view.model()->setData(index, static_cast<int>(state.toInteger()), Qt::CheckStateRole);
    });
    return found == ticks.size();
}

QCborValue valueOf(const QWidget& widget)
{
    if (saysWhatWasTyped(widget))
        return QCborValue::fromVariant(widget.property(typedProperty));
    if (const auto* editor = qobject_cast<const FieldEditor*>(&widget)) {
        if (!editor->problem().isEmpty())
            return QCborMap{{wordsKey, editor->typed()}};
        return QCborMap{{valueKey, QCborValue::fromVariant(editor->value())}};
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget))
        return ticksOf(*view);
    return QCborValue::fromVariant(widget.metaObject()->userProperty().read(&widget));
}

// What a person would do by keys, so that whoever listens to people hears of it.
bool choose(QComboBox& box, const QString& words)
{
    const int found = box.findText(words);
    if (found >= 0)
        box.setCurrentIndex(found);
    else if (box.isEditable())
        box.setEditText(words);
    else
        return false;
    Q_EMIT box.activated(found);
    return true;
}

bool put(QWidget& widget, const QCborValue& value)
{
    if (valueOf(widget) == value)
        return true;
    if (saysWhatWasTyped(widget)) {
        widget.setProperty(typedProperty, value.toVariant());
        return valueOf(widget) == value;
    }
    if (auto* editor = qobject_cast<FieldEditor*>(&widget)) {
        const QCborMap held = value.toMap();
        if (const QCborValue words = held.value(wordsKey); words.isString())
            editor->setTyped(words.toString());
        else
            editor->setValue(held.value(valueKey).toVariant());
        Q_EMIT editor->edited();
        return true;
    }
    if (auto* view = qobject_cast<QAbstractItemView*>(&widget))
        return tick(*view, value.toMap());
    if (auto* box = qobject_cast<QComboBox*>(&widget))
        return choose(*box, value.toString());
    if (auto* button = qobject_cast<QAbstractButton*>(&widget); button && button->isEnabled()) {
        if (value.toBool() || !qobject_cast<QRadioButton*>(button)) // another of its group is chosen
            button->click();
        return true;
    }
    widget.metaObject()->userProperty().write(&widget, value.toVariant());
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        Q_EMIT line->textEdited(line->text());
    return true;
}
} // namespace

bool isForm(const QWidget& window)
{
    if (saysWhatWasTyped(window) && !window.property(typedProperty).isValid())
        return false;
    return !inputsOf(window).empty();
}

QCborArray formState(const QWidget& window)
{
    QCborArray state;
    for (const Input& input : inputsOf(window)) {
        if (const QCborValue value = valueOf(*input.widget); !value.isUndefined())
            state.append(QCborMap{{inputKey, input.key}, {valueKey, value}});
    }
    return state;
}

QCborArray putBack(QWidget& window, const QCborArray& state)
{
    QCborArray left;
    for (int pass = 0; pass < passes; ++pass) {
        left = {};
        for (const QCborValue& one : state) {
            const QCborMap entry = one.toMap();
            // Looked for each time: what was put back before may have made others.
            const auto inputs = inputsOf(window);
            const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const Input& each) {
                return each.key == entry.value(inputKey).toString();
            });
            if (input == inputs.end() || !put(*input->widget, entry.value(valueKey)))
                left.append(entry);
        }
    }
    return left;
}

} // namespace dtp
