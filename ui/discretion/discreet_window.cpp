// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/discretion/discreet_window.h>

#include <ui/discretion/plate.h>
#include <ui/lists/record_list_model.h>
#include <ui/models/discretion.h>
#include <ui/widgets/two_line_delegate.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTextEdit>
#include <QTimer>
#include <utility>

namespace dtp
{

namespace
{
const char* const askedFor = "discreetAsked";
constexpr size_t manyKept = 1000; // then those that are gone are forgotten
constexpr int rowsLookedAt = 500; // of a list that is not on screen

QEvent::Type contentEvent()
{
    static const int type = QEvent::registerEventType();
    return static_cast<QEvent::Type>(type);
}

bool isAsked(const QWidget& widget)
{
    for (const QWidget* up = &widget; up; up = up->parentWidget()) {
        if (up->property(askedFor).toBool())
            return true;
    }
    return false;
}

bool isEditor(const QObject& object)
{
    return qobject_cast<const QLineEdit*>(&object) || qobject_cast<const QTextEdit*>(&object) ||
           qobject_cast<const QPlainTextEdit*>(&object) || qobject_cast<const QComboBox*>(&object) ||
           qobject_cast<const QAbstractItemView*>(&object) || dynamic_cast<const ShowsText*>(&object);
}

// The editor that this widget is, or is the inside of.
QWidget* editorOf(QWidget& widget)
{
    if (isEditor(widget))
        return &widget;
    auto* around = qobject_cast<QAbstractScrollArea*>(widget.parentWidget());
    return around && around->viewport() == &widget && isEditor(*around) ? around : nullptr;
}

QString textOf(const QWidget& editor)
{
    if (const auto* line = qobject_cast<const QLineEdit*>(&editor))
        return line->displayText();
    if (const auto* text = qobject_cast<const QTextEdit*>(&editor))
        return text->toPlainText();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(&editor))
        return text->toPlainText();
    if (const auto* combo = qobject_cast<const QComboBox*>(&editor))
        return combo->currentText();
    if (const auto* shows = dynamic_cast<const ShowsText*>(&editor))
        return shows->shownText();
    return {};
}

// Instead of one, in the layout or splitter that it stands in.
void putInPlace(QWidget* one, QWidget* other)
{
    QWidget* parent = one->parentWidget();
    if (auto* splitter = qobject_cast<QSplitter*>(parent)) {
        other->setParent(nullptr); // else it would be one more in it
        splitter->replaceWidget(splitter->indexOf(one), other);
        one->setParent(splitter->parentWidget()); // the splitter lets go of it
        return;
    }
    if (parent && parent->layout()) {
        if (QLayoutItem* item = parent->layout()->replaceWidget(one, other)) {
            delete item;
            return;
        }
    }
    other->setGeometry(one->geometry());
}
} // namespace

void noteShown(QWidget& widget)
{
    QEvent event(contentEvent());
    QCoreApplication::sendEvent(&widget, &event);
}

void setAsked(QWidget& widget, bool isAsked)
{
    widget.setProperty(askedFor, isAsked);
}

DiscreetWindow::DiscreetWindow(Store& store, QObject* parent)
    : QObject(parent), m_discretion(Discretion::attachedTo(store))
{
    connect(&m_discretion, &Discretion::switched, this, &DiscreetWindow::switched);
    if (m_discretion.isOn())
        qApp->installEventFilter(this);
}

DiscreetWindow::~DiscreetWindow() = default;

void DiscreetWindow::switched(bool isOn)
{
    if (isOn) {
        const auto widgets = QApplication::allWidgets();
        for (QWidget* widget : widgets)
            setAsked(*widget, false);
        qApp->installEventFilter(this);
        for (QWidget* widget : widgets) {
            if (widget->isVisible())
                look(*widget);
        }
        // After the forms, which cover their fields one by one; nothing is painted before.
        QTimer::singleShot(0, this, &DiscreetWindow::takeAllAway);
        return;
    }
    qApp->removeEventFilter(this);
    const auto plates = m_plates.keys();
    for (QWidget* editor : plates)
        bringBack(editor);
    // The newest first: what stands there now came last.
    for (auto one = m_kept.rbegin(); one != m_kept.rend(); ++one) {
        if (one->object && one->object->property(one->property).toString() == one->shown)
            one->object->setProperty(one->property, one->own);
    }
    m_kept.clear();
}

void DiscreetWindow::takeAllAway()
{
    const auto widgets = QApplication::allWidgets();
    const QList<QPointer<QWidget>> all(widgets.begin(), widgets.end());
    for (const QPointer<QWidget>& widget : all) {
        if (m_discretion.isOn() && widget && widget->isVisible() && isEditor(*widget) && isNaming(*widget))
            takeAway(widget);
    }
}

void DiscreetWindow::cover(QObject& object, const char* property)
{
    const QString own = object.property(property).toString();
    const QString shown = m_discretion.covered(own);
    if (own.isEmpty() || shown == own)
        return;
    if (m_kept.size() > manyKept)
        std::erase_if(m_kept, [](const Kept& one) { return !one.object; });
    m_kept.push_back({&object, property, own, shown});
    object.setProperty(property, shown);
}

void DiscreetWindow::look(QWidget& widget)
{
    for (const char* property : {"toolTip", "statusTip", "whatsThis", "accessibleName", "accessibleDescription"})
        cover(widget, property);
    if (widget.isWindow())
        cover(widget, "windowTitle");
    if (qobject_cast<QLabel*>(&widget) || qobject_cast<QAbstractButton*>(&widget))
        cover(widget, "text");
    if (auto* line = qobject_cast<QLineEdit*>(&widget))
        cover(*line, "placeholderText");
    if (auto* menu = qobject_cast<QMenu*>(&widget)) {
        const auto actions = menu->actions();
        for (QAction* action : actions) {
            cover(*action, "text");
            cover(*action, "toolTip");
        }
    }
}

bool DiscreetWindow::namesRow(const QAbstractItemView& view) const
{
    const QAbstractItemModel* model = view.model();
    if (!model || qobject_cast<const RecordListModel*>(model)) // which covers by whom a row is about
        return false;
    const auto isNamed = [this](const QModelIndex& index) {
        for (const int role : {int(Qt::DisplayRole), int(TwoLineDelegate::SecondLine)}) {
            const QString text = index.data(role).toString();
            if (m_discretion.covered(text) != text)
                return true;
        }
        return false;
    };
    const auto isRowNamed = [&](const QModelIndex& first) {
        for (int column = 0; column < model->columnCount(first.parent()); ++column) {
            if (isNamed(first.sibling(first.row(), column)))
                return true;
        }
        return false;
    };
    if (!view.isVisible()) {
        for (int row = 0; row < std::min(model->rowCount(), rowsLookedAt); ++row) {
            if (isRowNamed(model->index(row, 0)))
                return true;
        }
        return false;
    }
    const QRect room = view.viewport()->rect();
    for (int y = 1; y < room.height();) {
        const QModelIndex index = view.indexAt({2, y});
        if (!index.isValid()) {
            y += 8;
            continue;
        }
        if (isRowNamed(index))
            return true;
        y = std::max(view.visualRect(index).bottom() + 1, y) + 1;
    }
    return false;
}

bool DiscreetWindow::isNaming(const QWidget& editor) const
{
    if (isAsked(editor))
        return false;
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&editor))
        return namesRow(*view);
    const QString text = textOf(editor);
    return m_discretion.covered(text) != text;
}

// Gives way to a plate, as soon as that can be done.
bool DiscreetWindow::paints(QWidget& widget)
{
    QWidget* editor = editorOf(widget);
    if (!editor)
        return true;
    if (m_plates.contains(editor))
        return false;
    if (editor->hasFocus() && !qobject_cast<QAbstractItemView*>(editor))
        return true; // somebody is typing
    if (!isNaming(*editor))
        return true;
    QTimer::singleShot(0, editor, [this, editor] {
        if (m_discretion.isOn() && editor->isVisible() && isNaming(*editor))
            takeAway(editor);
    });
    return false;
}

void DiscreetWindow::takeAway(QWidget* editor)
{
    if (m_plates.contains(editor) || editor->isWindow() || !editor->parentWidget())
        return;
    auto* plate = new Plate(editor->accessibleName(), editor->parentWidget());
    plate->setToolTip(hiddenHint());
    plate->setSizePolicy(editor->sizePolicy());
    plate->setMinimumHeight(editor->minimumHeight());
    connect(plate, &QPushButton::clicked, this, [this, editor] {
        setAsked(*editor, true);
        bringBack(editor);
        editor->setFocus();
    });
    const bool hadFocus = holdsFocus(*editor);
    m_plates.insert(editor, plate);
    putInPlace(editor, plate);
    plate->show();
    if (hadFocus)
        plate->takeFocus();
    editor->hide();
    follow(editor);
}

void DiscreetWindow::bringBack(QWidget* editor)
{
    const QPointer<QPushButton> plate = m_plates.take(editor);
    if (!plate)
        return;
    const bool hadFocus = holdsFocus(*plate);
    putInPlace(plate, editor);
    editor->show();
    if (hadFocus)
        editor->setFocus(Qt::OtherFocusReason);
    plate->hide();
    plate->deleteLater();
}

// What comes into it next is looked at anew.
void DiscreetWindow::follow(QWidget* editor)
{
    if (editor->property("discreetFollowed").toBool())
        return;
    editor->setProperty("discreetFollowed", true);
    connect(editor, &QObject::destroyed, this, [this, editor] {
        if (const auto plate = m_plates.take(editor))
            plate->deleteLater();
    });
    const auto changed = [this, editor] { noteContent(editor); };
    if (auto* line = qobject_cast<QLineEdit*>(editor))
        connect(line, &QLineEdit::textChanged, this, changed);
    else if (auto* text = qobject_cast<QTextEdit*>(editor))
        connect(text, &QTextEdit::textChanged, this, changed);
    else if (auto* plain = qobject_cast<QPlainTextEdit*>(editor))
        connect(plain, &QPlainTextEdit::textChanged, this, changed);
    else if (auto* combo = qobject_cast<QComboBox*>(editor))
        connect(combo, &QComboBox::currentTextChanged, this, changed);
    else if (auto* view = qobject_cast<QAbstractItemView*>(editor); view && view->model())
        connect(view->model(), &QAbstractItemModel::modelReset, this, changed);
}

void DiscreetWindow::noteContent(QWidget* editor)
{
    if (editor->hasFocus() || !m_discretion.isOn())
        return;
    setAsked(*editor, false);
    if (m_plates.contains(editor) && !isNaming(*editor))
        bringBack(editor);
}

bool DiscreetWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (!watched->isWidgetType() || !m_discretion.isOn())
        return false;
    auto& widget = static_cast<QWidget&>(*watched);
    if (event->type() == contentEvent()) {
        if (isNaming(widget))
            takeAway(&widget);
        else
            bringBack(&widget);
        return true;
    }
    switch (event->type()) {
    case QEvent::Show:
        look(widget);
        if (m_plates.contains(&widget))
            QTimer::singleShot(0, &widget, [this, own = &widget] { own->setVisible(!m_plates.contains(own)); });
        return false;
    case QEvent::Paint:
        look(widget);
        return !paints(widget);
    case QEvent::WindowTitleChange:
        cover(widget, "windowTitle");
        return false;
    case QEvent::LayoutRequest: // words of what stands in it have changed, perhaps out of sight
        for (QObject* child : widget.children()) {
            if (child->isWidgetType() && !static_cast<QWidget*>(child)->isHidden())
                look(static_cast<QWidget&>(*child));
        }
        return false;
    case QEvent::ToolTip: {
        look(widget);
        const auto* view = qobject_cast<QAbstractItemView*>(widget.parentWidget());
        const QString tip =
            view && view->viewport() == &widget
                ? view->indexAt(static_cast<QHelpEvent*>(event)->pos()).data(Qt::ToolTipRole).toString()
                : QString();
        return m_discretion.covered(tip) != tip; // none rather than one with a name
    }
    default:
        return false;
    }
}

} // namespace dtp
