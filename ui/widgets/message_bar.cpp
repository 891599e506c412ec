// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/message_bar.h>

#include <ui/widgets/theme.h>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <utility>

namespace dtp
{

namespace
{
constexpr int ShownFor = 9000; // milliseconds; longer while the pointer is on it
} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget(parent), m_words(plainLabel({}, this)), m_row(new QHBoxLayout(this)),
      m_close(new QPushButton(tr("Dismiss"), this)), m_timer(new QTimer(this))
{
    m_row->setContentsMargins(2 * Space, Space, Space, Space);
    m_row->addWidget(m_words, 1);
    m_row->addWidget(m_close);
    makeQuiet(m_close);
    m_timer->setSingleShot(true);
    m_timer->setInterval(ShownFor);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    parent->installEventFilter(this);
    hide();
}

void MessageBar::tell(const QString& sentence, const std::vector<Deed>& deeds)
{
    dropDeeds();
    m_words->setWordWrap(false);
    m_words->setText(sentence);
    setAccessibleName(sentence);
    // Inverted against the page, so that it is seen.
    const ThemeColours& c = themeColours(parentWidget());
    QPalette own = palette();
    own.setColor(QPalette::WindowText, c.isDark ? QColor(0x12, 0x17, 0x18) : QColor(Qt::white));
    m_words->setPalette(own);
    QPalette button = palette();
    button.setColor(QPalette::ButtonText, c.isDark ? QColor(0x0a, 0x4f, 0x4f) : QColor(0x8f, 0xdd, 0xd8));
    m_close->setPalette(button);
    for (const Deed& deed : deeds) {
        auto* made = new QPushButton(deed.words, this);
        makeQuiet(made);
        QFont bold = made->font();
        bold.setWeight(QFont::DemiBold);
        made->setFont(bold);
        made->setPalette(button);
        m_row->insertWidget(m_row->count() - 1, made);
        made->show(); // the bar may be there already
        m_deeds.push_back(made);
        connect(made, &QPushButton::clicked, this, [this, run = deed.run] {
            hide();
            run(); // what it tells may put other buttons here
        });
    }
    show();
    raise();
    for (QWidget* bar : unsavedBars())
        bar->installEventFilter(this); // it may come while this stands here
    place();
    m_timer->start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::dropDeeds()
{
    for (QPushButton* deed : std::exchange(m_deeds, {})) {
        deed->hide();
        deed->deleteLater(); // it may be the one that is being clicked
    }
    if (isVisible())
        place();
}

QString MessageBar::sentence() const
{
    return isVisible() ? m_words->text() : QString();
}

// Below the rows, above which it would stand; nothing while it is hidden.
void MessageBar::makeRoom() const
{
    for (QWidget* list : parentWidget()->findChildren<QWidget*>()) {
        if (!list->property("givesWay").toBool())
            continue;
        const QRect taken(list->mapTo(parentWidget(), QPoint()), list->size());
        const bool isOver = isVisible() && list->isVisible() && taken.intersects(geometry());
        list->setContentsMargins(0, 0, 0, isOver ? taken.bottom() + 1 - geometry().top() + Space : 0);
    }
}

void MessageBar::place()
{
    const QSize room = parentWidget()->size();
    const int most = room.width() - 4 * Space;
    if (sizeHint().width() > most)
        m_words->setWordWrap(true);
    const int width = qMin(most, sizeHint().width());
    const int height = m_words->wordWrap() ? qMax(sizeHint().height(), heightForWidth(width)) : sizeHint().height();
    QRect own((room.width() - width) / 2, room.height() - height - 2 * Space, width, height);
    for (const QWidget* bar : unsavedBars()) {
        const QRect taken(bar->mapTo(parentWidget(), QPoint()), bar->size());
        if (bar->isVisible() && taken.intersects(own))
            own.moveBottom(taken.top() - Space);
    }
    setGeometry(own);
    makeRoom();
}

QList<QWidget*> MessageBar::unsavedBars() const
{
    return parentWidget()->findChildren<QWidget*>(QStringLiteral("unsaved"));
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    const bool isMoved = watched != parentWidget() && (type == QEvent::Move || type == QEvent::Show);
    if ((type == QEvent::Resize || isMoved) && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void MessageBar::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    makeRoom();
}

void MessageBar::enterEvent(QEnterEvent* event)
{
    QWidget::enterEvent(event);
    m_timer->stop();
}

void MessageBar::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_timer->start();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(parentWidget());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.isDark ? QColor(0xdd, 0xe6, 0xe6) : QColor(0x22, 0x2d, 0x2e));
    painter.drawRoundedRect(rect(), 10, 10);
}

} // namespace dtp
