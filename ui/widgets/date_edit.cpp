// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/date_edit.h>

#include <base/partial_date.h>
#include <records/typed_values.h>
#include <ui/widgets/theme.h>

#include <QCalendarWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

namespace dtp
{

namespace
{
const char* const MomentForm = "yyyy-MM-ddTHH:mm";

// Years of other calendars are written with four digits as well: 1369 was 1990.
bool isOfOurCalendar(const QString& stored)
{
    const int year = stored.mid(stored.startsWith(QLatin1Char('~')) ? 1 : 0, 4).toInt();
    return year >= 1800 && year <= 2200;
}

QString textOfDay(QDate day)
{
    return QLocale().toString(day, QStringLiteral("d MMMM yyyy"));
}
} // namespace

DateEdit::DateEdit(Kind kind, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_line(new QLineEdit(this)), m_button(new QToolButton(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_button);
    setFocusProxy(m_line);
    m_line->setPlaceholderText(kind == Kind::Partial ? tr("e.g. June 1997, about 1997")
                               : kind == Kind::Day   ? tr("e.g. 1 May 2026")
                                                     : tr("e.g. 1 May 2026 09:30"));
    m_button->setAutoRaise(true);
    m_button->setIcon(icon("view-calendar-day"));
    if (m_button->icon().isNull())
        m_button->setText(QStringLiteral("…"));
    m_button->setToolTip(tr("Choose from a calendar"));
    m_button->setAccessibleName(tr("Choose from a calendar"));
    m_button->setFocusPolicy(Qt::NoFocus); // Alt+Down in the line opens it
    auto* open = new QAction(this);
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(open);
    connect(open, &QAction::triggered, this, &DateEdit::openCalendar);
    connect(m_button, &QToolButton::clicked, this, &DateEdit::openCalendar);
    connect(m_line, &QLineEdit::textEdited, this, &DateEdit::edited);
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (problem().isEmpty())
            setStored(stored()); // as we write dates, so that the user sees how it was understood
    });
}

QString DateEdit::stored() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return {};
    if (m_kind == Kind::Moment) {
        const QString moment = momentFromText(text);
        return moment.isEmpty() ? text : moment;
    }
    const auto date = PartialDate::fromText(text);
    if (!date)
        return text;
    if (m_kind == Kind::Partial)
        return date->toStorage();
    return date->day() == 0 ? text : date->earliest().toString(Qt::ISODate);
}

QString DateEdit::shown(const QString& stored) const
{
    if (stored.isEmpty())
        return {};
    if (m_kind == Kind::Partial) {
        const auto date = PartialDate::fromStorage(stored);
        return date ? date->toText(QLocale()) : stored;
    }
    if (m_kind == Kind::Day) {
        const QDate day = QDate::fromString(stored, Qt::ISODate);
        return day.isValid() ? textOfDay(day) : stored;
    }
    const QDateTime moment = QDateTime::fromString(stored, QLatin1String(MomentForm));
    return moment.isValid() ? QString(textOfDay(moment.date()) + moment.time().toString(QStringLiteral(" HH:mm")))
                            : stored;
}

void DateEdit::setStored(const QString& stored)
{
    m_line->setText(shown(stored));
    m_line->setCursorPosition(0);
}

QString DateEdit::problem() const
{
    const QString text = m_line->text().trimmed();
    if (text.isEmpty())
        return {};
    const QString value = stored();
    if (!isUnderstood(value))
        return m_kind == Kind::Partial
                   ? tr("“%1” is no date: write 1997, June 1997, 14 June 1997 or about 1997.").arg(text)
               : m_kind == Kind::Day ? tr("“%1” is no day: write 14 June 2026.").arg(text)
                                     : tr("“%1” is no day with a time: write 14 June 2026 09:30.").arg(text);
    if (!isOfOurCalendar(value))
        return tr("“%1” is in no year that can be meant: write the year as 1990, by this calendar.").arg(text);
    return {};
}

bool DateEdit::isUnderstood(const QString& value) const
{
    switch (m_kind) {
    case Kind::Partial:
        return PartialDate::fromStorage(value).has_value();
    case Kind::Day:
        return QDate::fromString(value, Qt::ISODate).isValid();
    case Kind::Moment:
        break;
    }
    return QDateTime::fromString(value, QLatin1String(MomentForm)).isValid();
}

void DateEdit::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_button->setVisible(!readOnly);
}

void DateEdit::openCalendar()
{
    if (m_line->isReadOnly())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget(menu);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const QDate now = QDate::fromString(stored().left(10), Qt::ISODate);
    if (now.isValid())
        calendar->setSelectedDate(now);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    const auto choose = [this, menu](QDate day) {
        const QTime time = QDateTime::fromString(stored(), QLatin1String(MomentForm)).time();
        setStored(m_kind == Kind::Moment
                      ? QDateTime(day, time.isValid() ? time : QTime(9, 0)).toString(QLatin1String(MomentForm))
                      : day.toString(Qt::ISODate));
        menu->close();
        Q_EMIT edited();
    };
    connect(calendar, &QCalendarWidget::activated, this, choose);
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    menu->popup(m_line->mapToGlobal(QPoint(0, m_line->height() + 2)));
    calendar->setFocus();
}

} // namespace dtp
