// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/session_row.h>

#include <meaning/codes.h>
#include <standards/countries.h>
#include <ui/widgets/theme.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int TimeWidth = 104;
constexpr int ShiftMinutes = 15;

// A label in one of our own colours, also after the theme has changed.
class WarningLabel : public QLabel
{
public:
    WarningLabel(const QString& text, QWidget* parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
        setWordWrap(true);
        takeColour();
    }

protected:
    void changeEvent(QEvent* event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            takeColour();
    }

private:
    void takeColour()
    {
        const QColor colour = themeColours(this).warning;
        if (palette().color(QPalette::Text) == colour)
            return;
        QPalette own = palette();
        own.setColor(QPalette::WindowText, colour);
        own.setColor(QPalette::Text, colour); // what a label on a page's ground takes
        setPalette(own);
    }
};
} // namespace

QString sessionLine(const Store& store, const AgendaSession& session)
{
    QStringList parts;
    if (codeOf<SessionKind>(session.session.kind) != SessionKind::Session)
        parts.append(store.vocabulary(QStringLiteral("session_kinds")).labelOf(session.session.kind));
    parts.append(session.session.room);
    QStringList leaders;
    QStringList helpers;
    const Vocabulary& roles = store.vocabulary(QStringLiteral("facilitation_roles"));
    for (const AgendaPerson& person : session.facilitators) {
        const QString who = person.country.isEmpty()
                                ? person.name
                                : SessionRow::tr("%1 (%2)").arg(person.name, countryName(person.country));
        if (person.leads())
            leaders.append(who);
        else
            helpers.append(SessionRow::tr("%1: %2").arg(roles.labelOf(person.role), who));
    }
    if (!leaders.isEmpty())
        parts.append(SessionRow::tr("Led by %1").arg(QLocale().createSeparatedList(leaders)));
    parts += helpers;
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

SessionRow::SessionRow(const Store& store, const AgendaSession& session, QWidget* parent)
    : QWidget(parent), m_session(session.session.id),
      m_isQuiet(codeOf<SessionKind>(session.session.kind) == SessionKind::Break)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Space, Space, Space, Space);
    row->setSpacing(Space);
    const QString time = timeText(session.session);
    auto* when = plainLabel(time.isEmpty() ? tr("no time") : time, this);
    when->setFixedWidth(TimeWidth);
    when->setAlignment(Qt::AlignTop);
    row->addWidget(when, 0, Qt::AlignTop);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* title = m_isQuiet ? mutedLabel(session.session.title, this) : plainLabel(session.session.title, this);
    if (!m_isQuiet) {
        QFont strong = title->font();
        strong.setWeight(QFont::DemiBold);
        title->setFont(strong);
    }
    title->setWordWrap(true);
    words->addWidget(title);
    const QString line = sessionLine(store, session);
    if (!line.isEmpty() && !(m_isQuiet && session.facilitators.empty() && session.session.room.isEmpty())) {
        auto* rest = mutedLabel(line, this);
        rest->setWordWrap(true);
        words->addWidget(rest);
    }
    QStringList spoken{time, session.session.title, line};
    for (const AgendaWarning& warning : session.warnings) {
        addWarning(words, warning.sentence);
        spoken.append(tr("Warning: %1").arg(warning.sentence));
    }
    row->addLayout(words, 1);
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setToolTip(tr("Enter: change · Delete: remove · Alt+Up or Down: 15 minutes earlier or later"));
}

void SessionRow::addWarning(QVBoxLayout* column, const QString& sentence)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    auto* sign = new QLabel(this);
    const QIcon warning = icon("data-warning");
    if (warning.isNull())
        sign->setText(QStringLiteral("!"));
    else
        sign->setPixmap(warning.pixmap(16, 16));
    line->addWidget(sign, 0, Qt::AlignTop);
    line->addWidget(new WarningLabel(sentence, this), 1);
    column->addLayout(line);
}

void SessionRow::paintEvent(QPaintEvent*)
{
    const ThemeColours& c = themeColours(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (hasFocus() || underMouse()) {
        painter.setPen(hasFocus() ? QPen(c.accent, 1.4) : QPen(Qt::NoPen));
        painter.setBrush(c.hover);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    }
    painter.fillRect(Space, height() - 1, width() - 2 * Space, 1, c.line);
}

void SessionRow::keyPressEvent(QKeyEvent* event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
    case Qt::Key_F2:
        Q_EMIT editAsked();
        break;
    case Qt::Key_Delete:
        Q_EMIT removeAsked();
        break;
    case Qt::Key_Up:
        alt ? Q_EMIT shiftAsked(-ShiftMinutes) : Q_EMIT stepAsked(-1);
        break;
    case Qt::Key_Down:
        alt ? Q_EMIT shiftAsked(ShiftMinutes) : Q_EMIT stepAsked(1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SessionRow::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT editAsked();
}

void SessionRow::enterEvent(QEnterEvent*)
{
    update();
}

void SessionRow::leaveEvent(QEvent*)
{
    update();
}

void SessionRow::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SessionRow::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace dtp
