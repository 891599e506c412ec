// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/choice_popup.h>

#include <base/text.h>
#include <ui/widgets/theme.h>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace dtp
{

namespace
{
constexpr int CodeRole = Qt::UserRole + 1;
constexpr int SearchRole = Qt::UserRole + 2; // folded label and spellings
constexpr int CountRole = Qt::UserRole + 3;  // as text; empty: not known
constexpr int EmptyRole = Qt::UserRole + 4;  // nobody has it
constexpr int RowHeight = 28;

// The number at the right, and before it as much of the words as there is room for.
class CountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString count = index.data(CountRole).toString();
        const int room = count.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(count) + 2 * Space;
        QStyleOptionViewItem whole(option);
        initStyleOption(&whole, index);
        whole.text = option.fontMetrics.elidedText(whole.text, Qt::ElideRight, option.rect.width() - room - 40);
        const QStyle* style = option.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &whole, painter, option.widget);
        if (count.isEmpty())
            return;
        painter->setPen(themeColours(option.widget).muted);
        painter->drawText(option.rect.adjusted(0, 0, -Space, 0), Qt::AlignVCenter | Qt::AlignRight, count);
    }
};
} // namespace

ChoicePopup::ChoicePopup(const Result<std::vector<CountedChoice>>& read, const QStringList& ticked, Tick tick,
                         QWidget* parent)
    : QFrame(parent, Qt::Popup), m_line(new QLineEdit(this)), m_list(new QListWidget(this)), m_tick(std::move(tick))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    const std::vector<CountedChoice> choices = read ? *read : std::vector<CountedChoice>();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space, Space, Space, Space);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    m_list->setHidden(!read);
    if (!read) {
        auto* problem = inkLabel(Ink::Danger, QString(QStringLiteral("⚠ ") + read.error().sentence), this);
        problem->setWordWrap(true);
        layout->addWidget(problem);
    }
    m_line->setPlaceholderText(tr("Type to narrow"));
    m_line->setAccessibleName(tr("Narrow the list"));
    m_line->setVisible(choices.size() > 8);
    m_list->setAccessibleName(tr("Choices"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new CountDelegate(m_list));
    const bool isAnybody = std::any_of(choices.begin(), choices.end(),
                                       [](const CountedChoice& one) { return one.count.value_or(0) > 0; });
    for (const CountedChoice& one : choices)
        addItem(one, ticked.contains(one.choice.code), isAnybody);
    setFocusProxy(m_line->isVisibleTo(this) ? static_cast<QWidget*>(m_line) : m_list);
    m_line->installEventFilter(this);
    m_list->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &ChoicePopup::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &ChoicePopup::toggle);
    narrow({});
    int shown = 0;
    for (int i = 0; i < m_list->count(); ++i)
        shown += m_list->item(i)->isHidden() ? 0 : 1;
    m_list->setFixedHeight(qBound(1, shown, 12) * RowHeight + 4);
    setFixedWidth(300);
    if (!m_line->isVisibleTo(this))
        step(1);
}

bool ChoicePopup::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    // In the line a space belongs to what is typed until one has gone to a row.
    const bool space = key->key() == Qt::Key_Space && (watched == m_list || m_list->currentItem());
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || space) {
        if (!m_list->currentItem() && !m_line->text().trimmed().isEmpty())
            step(1); // without a choice the first that fits what was typed
        if (m_list->currentItem() && !m_list->currentItem()->isHidden())
            toggle(m_list->currentItem());
        return true;
    }
    if (watched == m_line && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        step(key->key() == Qt::Key_Down ? 1 : -1);
        return true;
    }
    return false;
}

void ChoicePopup::addItem(const CountedChoice& one, bool isTicked, bool hidesEmpty)
{
    const Choice& choice = one.choice;
    auto* item = new QListWidgetItem(withoutControls(choice.label), m_list);
    item->setData(CodeRole, choice.code);
    item->setData(SearchRole,
                  foldText(QString(choice.label + QLatin1Char(' ') + choice.spellings.join(QLatin1Char(' ')))));
    if (one.count) {
        const QString count = QLocale().toString(*one.count);
        item->setData(CountRole, count);
        item->setData(EmptyRole, *one.count == 0 && !isTicked && hidesEmpty);
        item->setData(Qt::AccessibleTextRole, QString(item->text() + QStringLiteral(", ") + count));
    }
    item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setSizeHint(QSize(100, RowHeight));
}

void ChoicePopup::toggle(QListWidgetItem* item)
{
    const bool ticked = item->checkState() != Qt::Checked;
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    m_tick(item->data(CodeRole).toString(), ticked);
}

void ChoicePopup::narrow(const QString& typed)
{
    const QString wanted = foldText(typed);
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        item->setHidden(wanted.isEmpty() ? item->data(EmptyRole).toBool()
                                         : !item->data(SearchRole).toString().contains(wanted));
    }
    m_list->setCurrentRow(-1); // Down goes to the first
}

void ChoicePopup::step(int by)
{
    for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by) {
        if (!m_list->item(row)->isHidden()) {
            m_list->setCurrentRow(row);
            return;
        }
    }
}

} // namespace dtp
