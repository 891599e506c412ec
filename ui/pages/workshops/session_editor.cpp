// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/workshops/session_editor.h>

#include <standards/countries.h>
#include <ui/keys/typed.h>
#include <ui/pages/invitations/words.h>
#include <ui/widgets/date_edit.h>
#include <ui/widgets/person_picker.h>
#include <ui/widgets/theme.h>
#include <workshops/workshop_actions.h>

#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int mostDays = 60;

QTimeEdit* timeEdit(const QString& name, const char* objectName)
{
    auto* edit = new QTimeEdit;
    edit->setDisplayFormat(QStringLiteral("HH:mm"));
    edit->setAccessibleName(name);
    edit->setObjectName(QLatin1String(objectName));
    edit->setMinimumWidth(84);
    return edit;
}
} // namespace

SessionEditor::SessionEditor(AppContext& context, const Workshop& workshop, const AgendaSession& session,
                             QWidget* parent)
    : FormPanel(parent), m_context(context), m_workshop(workshop), m_session(session.session)
{
    for (const AgendaPerson& person : session.facilitators)
        m_facilitators.push_back({person.facilitation, m_session.id, person.person, person.role});
    m_before = m_facilitators;
    build();
    fillFrom();
}

void SessionEditor::build()
{
    auto* column = static_cast<QVBoxLayout*>(layout());
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(2 * Space);
    form->setVerticalSpacing(Space);
    form->addRow(tr("Title *"), buildTitleRow());
    form->addRow(tr("When and where"), buildTimeRow());
    form->addRow(tr("Led by"), buildPeople());
    column->addLayout(form);
    m_problem = plainLabel({}, this);
    m_problem->setObjectName(QStringLiteral("session-problem"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addLayout(buildButtons());
    connect(m_picker, &PersonPicker::picked, this, &SessionEditor::addPerson);
    connect(m_day, &QComboBox::currentIndexChanged, this, &SessionEditor::updateTimes);
    connect(m_from, &QTimeEdit::timeChanged, this, &SessionEditor::endFollowsStart);
}

QLayout* SessionEditor::buildTitleRow()
{
    m_title = new QLineEdit;
    m_title->setObjectName(QStringLiteral("session-title"));
    m_title->setPlaceholderText(tr("What it is about"));
    m_title->setAccessibleName(tr("Title of the session"));
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("session-kind"));
    m_kind->setAccessibleName(tr("Kind of session"));
    for (const VocabularyTerm& term : m_context.store.vocabulary(QStringLiteral("session_kinds")).terms())
        m_kind->addItem(term.label, term.code);
    auto* row = new QHBoxLayout;
    row->setSpacing(Space);
    row->addWidget(m_title, 1);
    row->addWidget(m_kind);
    return row;
}

QLayout* SessionEditor::buildTimeRow()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(Space);
    m_day = new QComboBox;
    m_day->setObjectName(QStringLiteral("session-day"));
    m_day->setAccessibleName(tr("Day"));
    fillDays();
    m_date = new DateEdit(DateEdit::Kind::Day);
    m_from = timeEdit(tr("From"), "session-from");
    m_to = timeEdit(tr("To"), "session-to");
    m_room = new QLineEdit;
    m_room->setObjectName(QStringLiteral("session-room"));
    m_room->setAccessibleName(tr("Room"));
    m_room->setPlaceholderText(tr("Room"));
    row->addWidget(m_day);
    row->addWidget(m_date);
    row->addWidget(m_from);
    row->addWidget(mutedLabel(tr("to")));
    row->addWidget(m_to);
    row->addWidget(m_room, 1);
    return row;
}

QLayout* SessionEditor::buildPeople()
{
    m_people = new QVBoxLayout;
    m_people->setSpacing(4);
    m_picker = new PersonPicker(m_context.store);
    m_picker->setObjectName(QStringLiteral("session-person"));
    m_picker->setPlaceholderText(tr("Add a facilitator by name"));
    m_picker->setClearsAfterPick(true);
    auto* rows = new QVBoxLayout;
    rows->addLayout(m_people);
    rows->addWidget(m_picker);
    return rows;
}

QLayout* SessionEditor::buildButtons()
{
    auto* buttons = new QHBoxLayout;
    auto* remove = new QPushButton(tr("Remove session"), this);
    makeQuiet(remove);
    remove->setVisible(bool(m_session.id));
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* keep = new QPushButton(m_session.id ? tr("Save session") : tr("Add session"), this);
    keep->setObjectName(QStringLiteral("session-save"));
    makePrimary(keep);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(keep);
    connect(remove, &QPushButton::clicked, this, &SessionEditor::removeAsked);
    connect(cancel, &QPushButton::clicked, this, [this] { Q_EMIT closed({}); });
    connect(keep, &QPushButton::clicked, this, &SessionEditor::save);
    return buttons;
}

void SessionEditor::fillDays()
{
    const QDate last = m_workshop.end.isValid() ? m_workshop.end : m_workshop.start;
    const QLocale locale;
    const QString form = tr("ddd d MMM");
    int number = 1;
    for (QDate day = m_workshop.start; day.isValid() && day <= last && number <= mostDays;
         day = day.addDays(1), ++number)
        m_day->addItem(tr("Day %1 · %2").arg(QString::number(number), locale.toString(day, form)), day);
    const QDate own = m_session.start.date();
    if (own.isValid() && m_day->findData(own) < 0)
        m_day->addItem(locale.toString(own, form), own);
    m_day->addItem(tr("No time yet"), QDate());
}

void SessionEditor::fillFrom()
{
    m_title->setText(m_session.title);
    int kind = m_kind->findData(m_session.kind);
    if (kind < 0) { // a word that is no longer in the vocabulary stays
        m_kind->addItem(m_session.kind, m_session.kind);
        kind = m_kind->count() - 1;
    }
    m_kind->setCurrentIndex(kind);
    m_room->setText(m_session.room);
    const bool hasDays = m_workshop.start.isValid() || m_session.start.isValid();
    m_day->setVisible(hasDays);
    m_date->setVisible(!hasDays);
    m_day->setCurrentIndex(std::max(0, m_day->findData(m_session.start.date())));
    const QTime from = m_session.start.isValid() ? m_session.start.time() : QTime(9, 0);
    const QSignalBlocker blocker(m_from);
    m_from->setTime(from);
    m_to->setTime(m_session.end.isValid() ? m_session.end.time() : from.addSecs(3600));
    m_lastFrom = from;
    updateTimes();
    showPeople();
}

QDate SessionEditor::chosenDay() const
{
    if (m_day->isVisibleTo(this))
        return m_day->currentData().toDate();
    return QDate::fromString(m_date->stored(), Qt::ISODate);
}

void SessionEditor::updateTimes()
{
    const bool timed = !m_day->isVisibleTo(this) || m_day->currentData().toDate().isValid();
    m_from->setEnabled(timed);
    m_to->setEnabled(timed);
}

// A session moved to another hour lasts as long as before.
void SessionEditor::endFollowsStart()
{
    const int moved = m_lastFrom.secsTo(m_from->time());
    m_to->setTime(m_to->time().addSecs(moved));
    m_lastFrom = m_from->time();
}

void SessionEditor::addPerson(Id<Person> person)
{
    const bool isThere = std::any_of(m_facilitators.begin(), m_facilitators.end(),
                                     [&](const Facilitation& f) { return f.person == person; });
    if (!isThere)
        m_facilitators.push_back({{}, m_session.id, person, QStringLiteral("facilitator")});
    showPeople();
    m_picker->setFocus();
}

void SessionEditor::showPeople()
{
    clearLayout(m_people);
    const auto& roles = m_context.store.vocabulary(QStringLiteral("facilitation_roles")).terms();
    for (size_t i = 0; i < m_facilitators.size(); ++i) {
        const Facilitation& facilitation = m_facilitators[i];
        // Who cannot be read stays in the list: what is saved is the whole of it.
        const Person person = valueOrTold(m_context.store, m_context.store.get(facilitation.person));
        const QString who = fullName(person).isEmpty() ? tr("Somebody") : fullName(person);
        auto* row = new QHBoxLayout;
        row->setSpacing(Space);
        auto* name =
            plainLabel(person.country.isEmpty() ? who : tr("%1 (%2)").arg(who, countryName(person.country)), this);
        auto* role = new QComboBox(this);
        role->setAccessibleName(tr("What %1 does").arg(who));
        for (const VocabularyTerm& term : roles)
            role->addItem(term.label, term.code);
        role->setCurrentIndex(std::max(0, role->findData(facilitation.role)));
        connect(role, &QComboBox::currentIndexChanged, this,
                [this, role, i] { m_facilitators[i].role = role->currentData().toString(); });
        auto* remove = new QToolButton(this);
        remove->setAutoRaise(true);
        remove->setText(QStringLiteral("×"));
        remove->setToolTip(tr("Remove"));
        remove->setAccessibleName(tr("Remove %1").arg(who));
        connect(remove, &QToolButton::clicked, this, [this, i] {
            m_facilitators.erase(m_facilitators.begin() + static_cast<std::ptrdiff_t>(i));
            QMetaObject::invokeMethod(
                this, [this] { showPeople(); }, Qt::QueuedConnection);
        });
        row->addWidget(name, 1);
        row->addWidget(role);
        row->addWidget(remove);
        m_people->addLayout(row);
    }
}

Session SessionEditor::draft() const
{
    Session session = m_session;
    session.title = m_title->text().simplified();
    session.kind = m_kind->currentData().toString();
    session.room = m_room->text().simplified();
    const QDate day = chosenDay();
    session.start = day.isValid() ? QDateTime(day, m_from->time()) : QDateTime();
    session.end = day.isValid() ? QDateTime(day, m_to->time()) : QDateTime();
    return session;
}

bool SessionEditor::isDirty() const
{
    if (!m_session.id)
        return !m_title->text().trimmed().isEmpty() || !m_facilitators.empty();
    return !(draft() == m_session) || m_facilitators != m_before;
}

void SessionEditor::showProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->show();
}

bool SessionEditor::save()
{
    if (m_title->text().trimmed().isEmpty()) {
        showProblem(tr("The session needs a title."));
        m_title->setFocus();
        return false;
    }
    if (m_date->isVisibleTo(this) && !m_date->problem().isEmpty()) {
        showProblem(m_date->problem());
        return false;
    }
    const auto kept = keepSession(m_context.store, draft(), m_facilitators);
    if (!kept) {
        showProblem(kept.error().sentence);
        m_to->setFocus();
        return false;
    }
    Q_EMIT closed(*kept);
    return true;
}

bool SessionEditor::leave()
{
    if (isDirty())
        return save();
    Q_EMIT closed({});
    return true;
}

void SessionEditor::focusFirst()
{
    m_title->setFocus();
    m_title->selectAll();
}

void SessionEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        if (!isDirty() || mayLoseTyped(m_context, this))
            Q_EMIT closed({});
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && !m_picker->hasFocus()) {
        save();
        return;
    }
    FormPanel::keyPressEvent(event);
}

} // namespace dtp
