// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/reports/photo_people_row.h>

#include <ui/models/discretion.h>
#include <ui/widgets/flow_layout.h>
#include <ui/widgets/person_picker.h>
#include <ui/widgets/theme.h>

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dtp
{

PhotoPeopleRow::PhotoPeopleRow(AppContext& context, const ReportPhoto& photo, const PeopleOnPhoto& on, QWidget* parent)
    : QWidget(parent), m_context(context), m_photo(photo), m_on(on)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* said = new QLabel(this);
    const auto sayWho = [this, said] {
        said->setText(seen(m_context.store, whoIsOnIt(m_context.store, m_photo, m_on)));
    };
    sayWho();
    whenSwitched(m_context.store, this, sayWho);
    said->setObjectName(QStringLiteral("photo-people"));
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    column->addWidget(said);
    addReason(*column, "photo-refused", whoDidNotAgree(m_context.store, m_on),
              tr("Not shown to outsiders. Not agreed to photos: %1"));
    addReason(*column, "photo-care", whoNeedsCare(m_context.store, m_on),
              tr("Not shown to outsiders. Needs care: %1"));
    if (m_context.store.isReadOnly())
        return;
    auto* row = new FlowLayout;
    addNames(*row);
    addEditors(*row);
    column->addLayout(row);
}

// Why the picture stays inside; nothing where that holds for nobody.
void PhotoPeopleRow::addReason(QLayout& column, const char* name, const Result<QStringList>& people,
                               const QString& words)
{
    if (people && people->isEmpty())
        return;
    auto* why = inkLabel(Ink::Warning, {}, this);
    const QString own = people ? words.arg(people->join(QStringLiteral(", "))) : people.error().sentence;
    const auto sayWhy = [this, why, own] { why->setText(seen(m_context.store, own)); };
    sayWhy();
    whenSwitched(m_context.store, this, sayWhy);
    why->setObjectName(QLatin1String(name));
    why->setWordWrap(true);
    column.addWidget(why);
}

// Later than the signal: what is done here makes the rows anew.
void PhotoPeopleRow::later(std::function<Result<>()> deed)
{
    QMetaObject::invokeMethod(
        this,
        [this, deed = std::move(deed)] {
            if (const Result<> done = deed(); !done)
                Q_EMIT failed(done.error());
        },
        Qt::QueuedConnection);
}

void PhotoPeopleRow::setPeople(const Subjects& people)
{
    later([this, people] { return setPeopleOnPhoto(m_context.store, m_photo.id, people); });
}

// Each name goes when it is clicked.
void PhotoPeopleRow::addNames(QLayout& row)
{
    for (const Id<Person> person : m_on.people) {
        auto* button = new QPushButton(icon("edit-delete"), {}, this);
        button->setToolTip(tr("Not on this picture").toHtmlEscaped());
        const auto sayName = [this, button, person] {
            const QString name = seenTitle(m_context.store, Entity::Person, person.value);
            button->setText(QString(name).replace(u'&', QLatin1String("&&")));
            button->setAccessibleName(tr("%1 is not on this picture").arg(name));
        };
        sayName();
        whenSwitched(m_context.store, this, sayName);
        makeQuiet(button);
        row.addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, person] {
            Subjects others;
            for (const Id<Person> one : m_on.people) {
                if (one != person)
                    others.add(one);
            }
            setPeople(others);
        });
    }
}

void PhotoPeopleRow::addEditors(QLayout& row)
{
    auto* picker = m_picker = new PersonPicker(m_context.store, this);
    picker->setObjectName(QStringLiteral("photo-person"));
    picker->setPlaceholderText(tr("Add who is on it"));
    picker->setAccessibleName(tr("Add who is on this picture"));
    picker->setMinimumWidth(180);
    picker->setClearsAfterPick(true);
    row.addWidget(picker);
    connect(picker, &PersonPicker::picked, this, [this](Id<Person> person) {
        Subjects people = m_on.people;
        people.add(person);
        setPeople(people);
    });
    auto* nobody = new QCheckBox(tr("Nobody can be recognised"), this);
    nobody->setObjectName(QStringLiteral("photo-nobody"));
    nobody->setChecked(m_photo.nobodyRecognisable && m_on.people.isEmpty() && !m_on.hasUnknown);
    row.addWidget(nobody);
    connect(nobody, &QCheckBox::clicked, this, [this](bool isNobody) {
        later([this, isNobody] { return setNobodyRecognisable(m_context.store, m_photo.id, isNobody); });
    });
}

} // namespace dtp
