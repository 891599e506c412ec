// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/choice_edit.h>

#include <base/text.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyleOptionFrame>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolTip>

namespace dtp
{

namespace
{
constexpr int NoteRole = Qt::UserRole + 1;
constexpr int RowHeight = 30;
constexpr int MostRows = 9;
constexpr int WidestNote = 720; // pixels
constexpr int LineMargin = 2;   // that a line edit keeps beside its text

// The label, and quietly behind it what tells two of the same name apart.
class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        own.text.clear();
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &own, painter, own.widget);
        const ThemeColours& c = themeColours(option.palette);
        const QString label = index.data().toString();
        const QString note = index.data(NoteRole).toString();
        const QRect room = option.rect.adjusted(10, 0, -10, 0);
        const int noteWidth =
            note.isEmpty() ? 0 : qMin(room.width() / 2, option.fontMetrics.horizontalAdvance(note) + 16);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(index.flags() & Qt::ItemIsEnabled ? c.text : c.muted);
        const QRect left = room.adjusted(0, 0, -noteWidth, 0);
        painter->drawText(left, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(label, Qt::ElideRight, left.width()));
        painter->setPen(c.muted);
        const QRect right(room.right() - noteWidth + 12, room.top(), noteWidth - 12, room.height());
        painter->drawText(right, Qt::AlignVCenter | Qt::AlignRight,
                          option.fontMetrics.elidedText(note, Qt::ElideRight, right.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, RowHeight}; }
};
} // namespace

ChoiceEdit::ChoiceEdit(QWidget* parent) : QLineEdit(parent)
{
    setTextMargins(0, 0, 18, 0); // room for the arrow
    connect(this, &QLineEdit::textEdited, this, [this] { showMatches(false); });
}

// Made when first needed: forms have many of these lines, and few are opened.
void ChoiceEdit::makeList()
{
    if (m_list)
        return;
    m_model = new QStandardItemModel(this);
    m_list = new QListView(this);
    m_list->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { pick(index.row()); });
}

bool ChoiceEdit::isOpen() const
{
    return m_list && m_list->isVisible();
}

void ChoiceEdit::setChoices(std::vector<Choice> choices)
{
    m_choices = std::move(choices);
}

void ChoiceEdit::setFinder(Finder finder)
{
    m_finder = std::move(finder);
}

void ChoiceEdit::setMaker(const QString& offer, std::function<std::optional<Choice>(const QString&)> maker)
{
    m_offer = offer;
    m_maker = std::move(maker);
}

QString ChoiceEdit::code() const
{
    return text().trimmed().isEmpty() ? QString() : m_code;
}

void ChoiceEdit::setChoice(const QString& code, const QString& label)
{
    m_code = code;
    m_label = label;
    setText(label);
    setCursorPosition(0);
}

QString ChoiceEdit::problem() const
{
    if (text().trimmed().isEmpty() || text() == m_label)
        return {};
    if (!m_unread.isEmpty())
        return m_unread;
    if (m_finder && m_shown.empty() && m_wanted == text().trimmed())
        return tr("“%1” is not in this file. Choose one that is, or clear the field; what is new is added on its own "
                  "page first.")
            .arg(m_wanted);
    return tr("“%1” is not in the list: choose one, or clear the field.").arg(text().trimmed());
}

std::vector<Choice> ChoiceEdit::matching(const QString& typed)
{
    m_unread.clear();
    m_wanted = typed;
    if (m_finder) {
        auto choices = m_finder(typed);
        if (choices)
            return std::move(*choices);
        m_unread = choices.error().sentence;
        return {};
    }
    const QString wanted = foldText(typed);
    if (wanted.isEmpty())
        return m_choices;
    // Those that begin with it first, then those with a word that does, then other spellings.
    std::vector<Choice> found[3];
    const QString inside = QString(QLatin1Char(' ') + wanted);
    for (const Choice& choice : m_choices) {
        const QString label = foldText(choice.label);
        if (label.startsWith(wanted) || choice.code.compare(typed, Qt::CaseInsensitive) == 0) {
            found[0].push_back(choice);
        } else if (label.contains(inside)) {
            found[1].push_back(choice);
        } else {
            for (const QString& spelling : choice.spellings) {
                if (foldText(spelling).startsWith(wanted)) {
                    Choice with = choice;
                    with.note = spelling;
                    found[2].push_back(with);
                    break;
                }
            }
        }
    }
    found[0].insert(found[0].end(), found[1].begin(), found[1].end());
    found[0].insert(found[0].end(), found[2].begin(), found[2].end());
    return found[0];
}

void ChoiceEdit::showMatches(bool all)
{
    if (isReadOnly())
        return;
    makeList();
    const QString typed = all ? QString() : text().trimmed();
    m_shown = matching(typed);
    m_model->clear();
    int current = -1;
    for (const Choice& choice : m_shown) {
        auto* item = new QStandardItem(withoutControls(choice.label));
        item->setData(withoutControls(choice.note), NoteRole);
        m_model->appendRow(item);
        if (choice.code == m_code && all)
            current = m_model->rowCount() - 1;
    }
    if (!m_unread.isEmpty())
        addNote(QString(QStringLiteral("⚠ ") + m_unread));
    else if (m_maker && !typed.isEmpty())
        m_model->appendRow(new QStandardItem(m_offer.arg(typed)));
    else if (m_shown.empty() && !typed.isEmpty())
        addNote(tr("Nothing is called “%1”").arg(typed));
    if (m_model->rowCount() == 0) {
        hideList();
        return;
    }
    const int rows = qMin(m_model->rowCount(), MostRows);
    QRect place(mapToGlobal(QPoint(0, height() + 2)),
                QSize(qMax(width(), 260), rows * RowHeight + 2 * m_list->frameWidth() + 2));
    if (!m_unread.isEmpty())
        place.setWidth(qBound(place.width(), fontMetrics().horizontalAdvance(m_unread) + 60, WidestNote));
    if (const QScreen* on = screen(); on && place.bottom() > on->availableGeometry().bottom())
        place.moveBottom(mapToGlobal(QPoint(0, -2)).y());
    m_list->setGeometry(place);
    m_list->setCurrentIndex(m_model->index(current, 0));
    if (!isOpen())
        qApp->installEventFilter(this); // only while the list is open
    m_list->show();
}

void ChoiceEdit::addNote(const QString& sentence)
{
    auto* note = new QStandardItem(sentence);
    note->setToolTip(sentence.toHtmlEscaped());
    note->setFlags(Qt::NoItemFlags);
    m_model->appendRow(note);
}

void ChoiceEdit::hideList()
{
    if (!isOpen())
        return;
    qApp->removeEventFilter(this);
    m_list->hide();
}

void ChoiceEdit::pick(int row)
{
    hideList();
    std::optional<Choice> choice;
    if (row >= 0 && row < static_cast<int>(m_shown.size()))
        choice = m_shown[static_cast<size_t>(row)];
    else if (m_maker && m_unread.isEmpty() && row == static_cast<int>(m_shown.size()))
        choice = m_maker(text().trimmed());
    if (!choice) {
        Q_EMIT refused();
        return;
    }
    setChoice(choice->code, choice->label);
    setModified(false);
    Q_EMIT chosen(QString(m_code)); // a copy: who hears it may clear the line
}

void ChoiceEdit::settle()
{
    hideList();
    const QString typed = text().trimmed();
    if (typed == m_label)
        return;
    if (typed.isEmpty()) {
        m_code.clear();
        m_label.clear();
        Q_EMIT chosen(QString());
        return;
    }
    const QString wanted = foldText(typed);
    m_shown = matching(typed);
    const Choice* exact = nullptr;
    for (const Choice& choice : m_shown) {
        const bool same = foldText(choice.label) == wanted || choice.code.compare(typed, Qt::CaseInsensitive) == 0 ||
                          std::any_of(choice.spellings.begin(), choice.spellings.end(),
                                      [&](const QString& s) { return foldText(s) == wanted; });
        if (!same)
            continue;
        if (exact)
            return; // two of the same name: the user must say which
        exact = &choice;
    }
    if (!exact && m_shown.size() == 1 && !m_finder)
        exact = &m_shown.front();
    if (exact)
        pick(static_cast<int>(exact - m_shown.data()));
}

void ChoiceEdit::keyPressEvent(QKeyEvent* event)
{
    const bool open = isOpen();
    const int row = open ? m_list->currentIndex().row() : -1;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!open) {
            showMatches(text().trimmed() == m_label);
            return;
        }
        const int next = qBound(0, row + (event->key() == Qt::Key_Down ? 1 : -1), m_model->rowCount() - 1);
        m_list->setCurrentIndex(m_model->index(next, 0));
        return;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (open && (row >= 0 || (text() != m_label && !text().trimmed().isEmpty()))) {
            pick(std::max(row, 0)); // without a choice the first that begins as was typed
            if (event->modifiers().testFlag(Qt::ControlModifier))
                break; // which does what the whole dialog is for
            return;
        }
        break;
    case Qt::Key_Escape:
        if (open) {
            hideList();
            if (text() != m_label)
                setText(m_label);
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void ChoiceEdit::focusOutEvent(QFocusEvent* event)
{
    settle();
    QLineEdit::focusOutEvent(event);
}

void ChoiceEdit::mousePressEvent(QMouseEvent* event)
{
    QLineEdit::mousePressEvent(event);
    if (isOpen())
        hideList();
    else if (!m_finder || text().isEmpty())
        showMatches(true);
}

// A click elsewhere, or the window moving away, closes the list.
bool ChoiceEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (isOpen()) {
        if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() && watched != this &&
            watched != m_list && !m_list->isAncestorOf(static_cast<QWidget*>(watched)))
            hideList();
        else if ((event->type() == QEvent::Move || event->type() == QEvent::Resize ||
                  event->type() == QEvent::WindowDeactivate) &&
                 watched == window())
            hideList();
    }
    return QLineEdit::eventFilter(watched, event);
}

QRect ChoiceEdit::textRoom() const
{
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    const QMargins margins = textMargins();
    const QRect whole = style()->subElementRect(QStyle::SE_LineEditContents, &frame, this);
    return whole.adjusted(margins.left() + LineMargin, margins.top(), -margins.right() - LineMargin,
                          -margins.bottom());
}

bool ChoiceEdit::isCut() const
{
    return fontMetrics().horizontalAdvance(text()) > textRoom().width();
}

bool ChoiceEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), withoutControls(text()).toHtmlEscaped(),
                           this);
        return true;
    }
    return QLineEdit::event(event);
}

void ChoiceEdit::paintEvent(QPaintEvent* event)
{
    if (!hasFocus() && isCut()) {
        // A line edit cuts in the middle of a letter; a name that goes on should say so.
        QStyleOptionFrame frame;
        initStyleOption(&frame);
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
        painter.setPen(palette().color(QPalette::Text));
        const QRect room = textRoom();
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                         fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    } else {
        QLineEdit::paintEvent(event);
    }
    if (isReadOnly() || m_finder)
        return;
    QPainter painter(this);
    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect = QRect(width() - 24, 0, 16, height());
    style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
}

} // namespace dtp
