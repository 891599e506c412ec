// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/global_search.h>

#include <base/text.h>
#include <records/people.h>
#include <search/person_search.h>
#include <standards/countries.h>
#include <ui/models/discretion.h>
#include <ui/models/record_finder.h>
#include <ui/widgets/theme.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace dtp
{

namespace
{
constexpr int NoteRole = Qt::UserRole + 1;
constexpr int MostPeople = 7;
constexpr int MostOthers = 4;

class HitDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const ThemeColours& c = themeColours(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(c.accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6);
        }
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(painter, QRect(option.rect.left() + 12, option.rect.center().y() - 8, 16, 16));
        const QRect room = option.rect.adjusted(40, 0, -12, 0);
        const QString note = index.data(NoteRole).toString();
        const int noteWidth = qMin(room.width() * 2 / 5, option.fontMetrics.horizontalAdvance(note) + 20);
        painter->setFont(option.font);
        painter->setPen(c.text);
        if (index.data(Qt::SizeHintRole).isValid()) { // a sentence: all of it
            painter->drawText(sentenceRoom(option.rect), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap,
                              index.data().toString());
            painter->restore();
            return;
        }
        const QRect words = room.adjusted(0, 0, -noteWidth, 0);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->setPen(c.muted);
        const QRect right(room.right() - noteWidth + 16, room.top(), noteWidth - 16, room.height());
        painter->drawText(right, Qt::AlignVCenter | Qt::AlignRight,
                          option.fontMetrics.elidedText(note, Qt::ElideRight, right.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QVariant own = index.data(Qt::SizeHintRole);
        return own.isValid() ? own.toSize() : QSize(100, 36);
    }
    static QRect sentenceRoom(const QRect& row) { return row.adjusted(12, 4, -12, -4); }
};
} // namespace

GlobalSearch::GlobalSearch(AppContext& context, std::vector<QAction*> commands, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint), m_context(context), m_line(new QLineEdit(this)),
      m_list(new QListWidget(this)), m_timer(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Find anything"));
    for (QAction* action : commands)
        m_commands.emplace_back(action);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(Space, Space, Space, Space);
    all->setSpacing(Space);
    m_line->setPlaceholderText(tr("Find people, organisations, workshops, reports, commands"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->setFont(themeFont(font(), TextSize::Heading));
    m_line->setMinimumHeight(44);
    m_line->setClearButtonEnabled(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("What was found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    all->addWidget(m_line);
    all->addWidget(m_list, 1);
    m_timer->setSingleShot(true);
    m_timer->setInterval(60);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, m_timer, qOverload<>(&QTimer::start));
    connect(m_timer, &QTimer::timeout, this, &GlobalSearch::find);
    connect(m_list, &QListWidget::itemClicked, this, &GlobalSearch::openCurrent);
    whenSwitched(context.store, this, [this] { find(); });
    resize(640, 480);
    if (parent) {
        const QPoint middle = parent->mapToGlobal(QPoint(parent->width() / 2 - width() / 2, 64));
        move(middle);
    }
    find();
    m_line->setFocus();
}

void GlobalSearch::addHit(Hit hit)
{
    auto* item = new QListWidgetItem(icon(hit.iconName), withoutControls(hit.title), m_list);
    item->setData(NoteRole, withoutControls(hit.note));
    item->setData(Qt::AccessibleTextRole, QString(hit.title + QStringLiteral(", ") + hit.note));
    m_hits.push_back(std::move(hit));
}

// What could not be searched, once, where what was found would stand.
void GlobalSearch::addNote(const QString& sentence)
{
    const QString words = QString(QStringLiteral("⚠ ") + withoutControls(sentence));
    if (!m_list->findItems(words, Qt::MatchExactly).isEmpty())
        return;
    addSentence(words);
    m_hits.push_back({words, {}, {}, {}});
}

// As high as it needs, so that its end, which says what to do, is not cut.
void GlobalSearch::addSentence(const QString& words)
{
    auto* item = new QListWidgetItem(words, m_list);
    item->setFlags(Qt::NoItemFlags);
    const QRect row(0, 0, m_list->viewport()->width(), 36);
    const QRect room = HitDelegate::sentenceRoom(row);
    const int needed =
        m_list->fontMetrics().boundingRect(0, 0, room.width(), 10'000, Qt::TextWordWrap, words).height();
    item->setSizeHint({100, std::max(row.height(), needed + row.height() - room.height())});
}

void GlobalSearch::find()
{
    m_timer->stop();
    m_list->clear();
    m_hits.clear();
    m_people = 0;
    const QString typed = m_line->text().simplified();
    if (!typed.isEmpty()) {
        addPeople(typed);
        addRecords(typed);
    }
    addCommands(typed);
    if (m_list->count() == 0) {
        addSentence(tr("Nothing found for “%1”").arg(typed));
    }
    m_list->setCurrentRow(-1); // Down goes to the first
}

void GlobalSearch::addPeople(const QString& typed)
{
    const auto query = PersonQuery::parse(typed, m_context.store);
    if (!query)
        return addNote(query.error().sentence);
    const auto ids = findPeople(m_context.store, *query, MostPeople + 1);
    if (!ids)
        return addNote(ids.error().sentence);
    m_people = ids->size();
    std::vector<qint64> shown(
        ids->begin(), ids->begin() + std::min<std::ptrdiff_t>(MostPeople, static_cast<std::ptrdiff_t>(ids->size())));
    const auto rows = m_context.store.rows(Entity::Person, shown);
    if (!rows)
        return addNote(rows.error().sentence);
    for (const RecordValues& values : *rows) {
        const auto person = fromValues<Person>(seen(m_context.store, values));
        const QString own = person.ownScriptName.isEmpty() || person.ownScriptName == fullName(person)
                                ? QString()
                                : QString(QStringLiteral("  ") + person.ownScriptName);
        addHit({QString(fullName(person) + own), person.country.isEmpty() ? tr("Person") : countryName(person.country),
                QStringLiteral("user-identity"),
                [this, id = values.id] { m_context.navigator.openRecord(Entity::Person, id); }});
    }
    if (ids->size() > MostPeople)
        addHit({tr("All people with “%1”").arg(typed), tr("People page"), QStringLiteral("group"),
                [this, typed] { m_context.navigator.openPage(QStringLiteral("people"), typed); }});
}

void GlobalSearch::addRecords(const QString& typed)
{
    const std::pair<Entity, QString> kinds[] = {{Entity::Organisation, QStringLiteral("view-institution")},
                                                {Entity::Workshop, QStringLiteral("view-presentation")},
                                                {Entity::Report, QStringLiteral("office-report")},
                                                {Entity::ProgramEdition, QStringLiteral("view-calendar-timeline")},
                                                {Entity::Network, QStringLiteral("globe")},
                                                {Entity::Recommendation, QStringLiteral("view-task")}};
    for (const auto& [entity, iconName] : kinds) {
        const auto found = findChoices(m_context.store, entity, typed, MostOthers);
        if (!found) {
            addNote(found.error().sentence);
            continue;
        }
        for (const Choice& choice : *found) {
            QString kind = recordType(entity).singularText();
            kind[0] = kind[0].toUpper();
            const QString note = choice.note.isEmpty() ? kind : tr("%1 · %2").arg(kind, choice.note);
            addHit({choice.label, note, iconName,
                    [this, e = entity, id = choice.code.toLongLong()] { m_context.navigator.openRecord(e, id); }});
        }
    }
}

void GlobalSearch::addCommands(const QString& typed)
{
    const QString wanted = foldText(typed);
    for (const QPointer<QAction>& action : m_commands) {
        if (!action || !action->isEnabled() || !action->isVisible())
            continue;
        QString words = action->text();
        words.remove(QLatin1Char('&'));
        if (!wanted.isEmpty() && !foldText(words).contains(wanted))
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        addHit({words, keys.isEmpty() ? tr("Command") : keys, QStringLiteral("run-build"), [action] {
                    if (action)
                        action->trigger();
                }});
    }
}

// To the next that can be opened.
void GlobalSearch::step(int by)
{
    for (int row = m_list->currentRow() + by; row >= 0 && row < m_list->count(); row += by) {
        if (m_list->item(row)->flags() & Qt::ItemIsEnabled)
            return m_list->setCurrentRow(row);
    }
}

void GlobalSearch::openCurrent()
{
    if (m_timer->isActive())
        find(); // typed and Enter at once: what is meant is what is typed
    if (m_list->currentRow() >= 0)
        return open(m_list->currentRow());
    const QString typed = m_line->text().simplified();
    const int row = typed.isEmpty() ? -1 : rowMeant();
    if (row >= 0 || m_people < 2)
        return open(row);
    hide();
    m_context.navigator.openPage(QStringLiteral("people"), typed);
    close();
}

// What is called as it was typed. Of several people who have these words in common none is more meant than the others;
// where there are none, the first that was found is.
int GlobalSearch::rowMeant() const
{
    const QString wanted = foldText(m_line->text().simplified());
    std::vector<int> rows;
    int first = -1;
    for (int row = 0; row < static_cast<int>(m_hits.size()); ++row) {
        const Hit& hit = m_hits[static_cast<size_t>(row)];
        if (!hit.open)
            continue;
        first = first < 0 ? row : first;
        QString name = hit.title.section(QStringLiteral("  "), 0, 0); // without the name in the own script
        if (foldText(name.remove(QChar(0x2026))) == wanted)
            rows.push_back(row);
    }
    return rows.size() == 1 ? rows.front() : m_people < 2 ? first : -1;
}

void GlobalSearch::open(int row)
{
    if (row < 0 || row >= static_cast<int>(m_hits.size()))
        return;
    const auto deed = m_hits[static_cast<size_t>(row)].open;
    // The box goes first: what opens may be a dialog of its own.
    if (!deed)
        return;
    hide();
    deed();
    close();
}

bool GlobalSearch::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        openCurrent();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace dtp
