// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/filter_bar.h>

#include <base/text.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/theme.h>

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyleOption>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int CodeRole = Qt::UserRole + 1;
constexpr int SearchRole = Qt::UserRole + 2; // folded label and spellings

// The list that a chip opens: type to narrow, Enter or Space to tick, Escape to close.
class ChoicePopup : public QFrame
{
public:
    ChoicePopup(const Result<std::vector<Choice>>& read, const QStringList& ticked,
                std::function<void(const QString&, bool)> tick, QWidget* parent)
        : QFrame(parent, Qt::Popup), m_line(new QLineEdit(this)), m_list(new QListWidget(this)),
          m_tick(std::move(tick))
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setFrameShape(QFrame::StyledPanel);
        const std::vector<Choice> choices = read ? *read : std::vector<Choice>();
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
        m_line->setPlaceholderText(FilterBar::tr("Type to narrow"));
        m_line->setAccessibleName(FilterBar::tr("Narrow the list"));
        m_line->setVisible(choices.size() > 8);
        m_list->setFrameShape(QFrame::NoFrame);
        m_list->setUniformItemSizes(true);
        for (const bool first : {true, false}) { // what is ticked stands first
            for (const Choice& choice : choices) {
                if (ticked.contains(choice.code) == first)
                    addItem(choice, first);
            }
        }
        setFocusProxy(m_line->isVisibleTo(this) ? static_cast<QWidget*>(m_line) : m_list);
        m_line->installEventFilter(this);
        m_list->installEventFilter(this);
        connect(m_line, &QLineEdit::textChanged, this, &ChoicePopup::narrow);
        connect(m_list, &QListWidget::itemClicked, this, &ChoicePopup::toggle);
        const int rows = qBound(1, m_list->count(), 12);
        m_list->setFixedHeight(rows * 28 + 4);
        setFixedWidth(300);
        m_list->setCurrentRow(m_line->isVisibleTo(this) ? -1 : 0);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::KeyPress)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool space = key->key() == Qt::Key_Space && watched == m_list;
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

private:
    void addItem(const Choice& choice, bool ticked)
    {
        auto* item = new QListWidgetItem(withoutControls(choice.label), m_list);
        item->setData(CodeRole, choice.code);
        item->setData(SearchRole,
                      foldText(QString(choice.label + QLatin1Char(' ') + choice.spellings.join(QLatin1Char(' ')))));
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setSizeHint(QSize(100, 28));
    }
    void toggle(QListWidgetItem* item)
    {
        const bool ticked = item->checkState() != Qt::Checked;
        item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
        m_tick(item->data(CodeRole).toString(), ticked);
    }
    void narrow(const QString& typed)
    {
        const QString wanted = foldText(typed);
        for (int i = 0; i < m_list->count(); ++i)
            m_list->item(i)->setHidden(!m_list->item(i)->data(SearchRole).toString().contains(wanted));
        m_list->setCurrentRow(-1); // Down goes to the first
    }
    void step(int by)
    {
        for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by) {
            if (!m_list->item(row)->isHidden()) {
                m_list->setCurrentRow(row);
                return;
            }
        }
    }
    QLineEdit* m_line;
    QListWidget* m_list;
    std::function<void(const QString&, bool)> m_tick;
};
} // namespace

FilterChip::FilterChip(FilterDimension dimension, QWidget* parent)
    : QPushButton(parent), m_dimension(std::move(dimension))
{
    setFont(themeFont(font(), TextSize::Small));
    setAttribute(Qt::WA_Hover);
    connect(this, &QPushButton::clicked, this, &FilterChip::open);
    updateWords();
}

void FilterChip::setCodes(const QStringList& codes)
{
    if (codes == m_codes)
        return;
    m_codes = codes;
    updateWords();
}

void FilterChip::updateWords()
{
    const auto [words, unread] = filterWords(m_dimension, m_codes);
    m_words = words;
    setText(m_words);
    setAccessibleName(tr("Filter by %1").arg(m_words));
    setToolTip(!unread.isEmpty()   ? unread.toHtmlEscaped()
               : m_codes.isEmpty() ? QString()
                                   : tr("Delete removes this filter"));
    updateGeometry();
    update();
}

QSize FilterChip::sizeHint() const
{
    return {qMin(340, fontMetrics().horizontalAdvance(m_words) + 38), 28};
}

void FilterChip::open()
{
    auto* popup = new ChoicePopup(
        m_dimension.choices(), m_codes,
        [this](const QString& code, bool ticked) {
            if (m_dimension.takesOne)
                m_codes.clear();
            m_codes.removeAll(code);
            if (ticked)
                m_codes.append(code);
            updateWords();
            Q_EMIT codesChanged(QStringList(m_codes)); // not what a slot may change
        },
        this);
    popup->move(mapToGlobal(QPoint(0, height() + 4)));
    popup->show();
    popup->setFocus();
}

void FilterChip::keyPressEvent(QKeyEvent* event)
{
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && !m_codes.isEmpty()) {
        setCodes({});
        Q_EMIT codesChanged({});
    } else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return) {
        open();
    } else {
        QPushButton::keyPressEvent(event);
    }
}

void FilterChip::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    const bool on = !m_codes.isEmpty();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF shape = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? c.accent : on ? c.accentSoft : c.line, hasFocus() ? 1.5 : 1));
    painter.setBrush(on ? c.accentSoft : underMouse() || isDown() ? c.hover : c.base);
    painter.drawRoundedRect(shape, height() / 2.0, height() / 2.0);
    painter.setPen(on ? c.accent : c.text);
    const QRect words = rect().adjusted(12, 0, -24, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_words, Qt::ElideRight, words.width()));
    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect = QRect(width() - 24, 0, 16, height());
    style()->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, &painter, this);
}

FilterBar::FilterBar(std::vector<FilterDimension> dimensions, QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout(this))
{
    for (FilterDimension& dimension : dimensions) {
        auto* chip = new FilterChip(std::move(dimension), this);
        m_flow->addWidget(chip);
        m_chips.push_back(chip);
        connect(chip, &FilterChip::codesChanged, this, [this] {
            updateClear();
            Q_EMIT changed();
        });
    }
    m_clear = new QPushButton(tr("Clear filters"), this);
    m_clear->setFont(themeFont(font(), TextSize::Small));
    m_clear->setMaximumHeight(28);
    makeQuiet(m_clear);
    m_flow->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT changed();
    });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    updateClear();
}

QStringList FilterBar::codes(const QString& key) const
{
    for (const FilterChip* chip : m_chips) {
        if (chip->key() == key)
            return chip->codes();
    }
    return {};
}

void FilterBar::setCodes(const QString& key, const QStringList& codes)
{
    for (FilterChip* chip : m_chips) {
        if (chip->key() == key)
            chip->setCodes(codes);
    }
    updateClear();
}

bool FilterBar::isEmpty() const
{
    return std::all_of(m_chips.begin(), m_chips.end(), [](const FilterChip* chip) { return chip->codes().isEmpty(); });
}

void FilterBar::clear()
{
    for (FilterChip* chip : m_chips)
        chip->setCodes({});
    updateClear();
}

void FilterBar::append(QWidget* widget)
{
    m_flow->addWidget(widget);
}

void FilterBar::updateClear()
{
    m_clear->setVisible(!isEmpty());
    m_flow->invalidate();
}

} // namespace dtp
