// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/tables/filter_bar.h>

#include <ui/tables/choice_popup.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/theme.h>

#include <QKeyEvent>
#include <QPainter>
#include <QStyleOption>

namespace dtp
{

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
        countedChoices(m_dimension, m_codes), m_codes,
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
    // Not Minimum, by which a page would never be lower than with one filter upon the other.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
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
