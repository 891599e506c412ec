// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/people_page.h>

#include <records/programs.h>
#include <records/reports.h>
#include <ui/pages/people/export_people_dialog.h>
#include <ui/pages/people/person_layout.h>
#include <ui/widgets/record_finder.h>
#include <ui/widgets/theme.h>

#include <QMenu>
#include <QPushButton>

namespace dtp
{

namespace
{
RecordPageSpec peopleSpec()
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("people");
    spec.title = QCoreApplication::translate("PeoplePage", "People");
    spec.iconName = QStringLiteral("group");
    spec.entity = Entity::Person;
    spec.columns = peopleListColumns();
    spec.sortKey = QStringLiteral("name");
    spec.emptyHeading = QCoreApplication::translate("PeoplePage", "No people yet");
    spec.emptySentence = QCoreApplication::translate(
        "PeoplePage", "Alumni, trainers, partner staff and other contacts belong here. Drag a course spreadsheet onto "
                      "the window, or add somebody by hand.");
    spec.layout = personLayout();
    return spec;
}

// A comma would mean "or" in a filter: what stands before it is enough to find the title.
QString asFilterValue(const QString& title)
{
    return title.section(QLatin1Char(','), 0, 0).remove(QLatin1Char('"')).trimmed();
}

Result<std::vector<Choice>> titlesOf(const Store& store, Entity entity, const char* order, bool descending)
{
    DTP_TRY(rows, store.find(entity, Where().orderBy(order, descending).first(1000)));
    std::vector<Choice> choices;
    for (const RecordValues& values : rows) {
        const QString title = titleOf(values);
        choices.push_back({asFilterValue(title), title, {}, {}});
    }
    return choices;
}

std::vector<Choice> years(const Store& store)
{
    std::vector<Choice> choices;
    const int now = store.environment().clock->today().year();
    for (int year = now; year >= 1990; --year)
        choices.push_back({QString::number(year), QString::number(year), {}, {}});
    return choices;
}
} // namespace

PeoplePage::PeoplePage(AppContext& context, QSettings& settings, QWidget* parent)
    : RecordPage(context, settings, peopleSpec(), parent)
{
    setUp();
    buildSegments();
    auto* sort = viewMenu().addMenu(icon("view-sort"), tr("Order"));
    const std::pair<QString, QString> orders[] = {{tr("By name"), QStringLiteral("name")},
                                                  {tr("By country"), QStringLiteral("country")},
                                                  {tr("Newest first"), QStringLiteral("newest")}};
    for (const auto& [words, key] : orders)
        sort->addAction(words, this, [this, k = key] { setSort(k, false); });
}

std::vector<FilterDimension> PeoplePage::dimensions()
{
    const Store& store = m_context.store;
    const auto words = [&store](const char* vocabulary) {
        return [&store, name = QString::fromLatin1(vocabulary)] { return vocabularyChoices(store, name); };
    };
    return {
        {QStringLiteral("country"), tr("Country"), countryChoices, false},
        {QStringLiteral("gender"), tr("Gender"), words("genders"), false},
        {QStringLiteral("issue"), tr("Issue"), words("issues"), false},
        {QStringLiteral("skill"), tr("Skill"), words("skills"), false},
        {QStringLiteral("program"), tr("Program"),
         [&store] { return titlesOf(store, Entity::ProgramEdition, "start_date", true); }, false},
        {QStringLiteral("year"), tr("Year"), [&store] { return years(store); }, false},
        {QStringLiteral("network"), tr("Network"),
         [&store] { return titlesOf(store, Entity::Network, "name", false); }, false},
        {QStringLiteral("status"), tr("Status"), words("person_statuses"), false},
    };
}

void PeoplePage::buildSegments()
{
    m_keep = new QPushButton(icon("bookmark-new"), tr("&Keep this search"), &filters());
    m_segments = new QPushButton(icon("bookmarks"), tr("Saved searches"), &filters());
    for (QPushButton* button : {m_keep, m_segments}) {
        button->setFont(themeFont(font(), TextSize::Small));
        button->setMaximumHeight(28);
        makeQuiet(button);
        filters().append(button);
    }
    auto* menu = new QMenu(m_segments);
    m_segments->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &PeoplePage::fillSegmentMenu);
    connect(m_keep, &QPushButton::clicked, this, &PeoplePage::keepSearch);
    updateKeep();
}

void PeoplePage::fillSegmentMenu()
{
    QMenu* menu = m_segments->menu();
    menu->clear();
    const auto segments = m_context.store.find<Segment>(Where().orderBy("name"));
    if (!segments) {
        menu->addAction(QString(QStringLiteral("⚠ ") + segments.error().sentence))->setEnabled(false);
        return;
    }
    if (segments->empty()) {
        menu->addAction(tr("None yet: search for people, then keep the search."))->setEnabled(false);
        return;
    }
    for (const Segment& segment : *segments) {
        QString name = segment.name;
        menu->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                        [this, query = segment.query] { search(query); });
    }
    menu->addSeparator();
    QMenu* remove = menu->addMenu(icon("edit-delete"), tr("Remove a saved search"));
    remove->setEnabled(!m_context.store.isReadOnly());
    for (const Segment& segment : *segments) {
        QString name = segment.name;
        remove->addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")), this, [this, segment] {
            const auto done = m_context.store.change(tr("Remove saved search %1").arg(segment.name),
                                                     [&](ChangeWriter& writer) { return writer.remove(segment.id); });
            if (!done)
                m_context.dialogs.showError(this, done.error());
            else
                m_context.navigator.tell(tr("Removed saved search “%1”.").arg(segment.name));
        });
    }
}

void PeoplePage::keepSearch()
{
    const auto name = m_context.dialogs.askText(
        this, tr("Keep this search"),
        tr("A name for “%1”. It stays current as people come and go.").arg(m_query.toText()), {});
    if (!name || name->trimmed().isEmpty())
        return;
    Segment segment;
    segment.name = name->trimmed();
    segment.query = m_query.toText();
    const auto done =
        m_context.store.change(tr("Keep search %1").arg(segment.name), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(segment));
            return {};
        });
    if (!done)
        m_context.dialogs.showError(this, done.error());
    else
        m_context.navigator.tell(tr("Kept as “%1”. You find it under Saved searches.").arg(segment.name));
}

PersonOrder PeoplePage::order() const
{
    if (sortKey() == QLatin1String("country"))
        return PersonOrder::Country;
    if (sortKey() == QLatin1String("newest"))
        return PersonOrder::Newest;
    return sortDescending() ? PersonOrder::NameDescending : PersonOrder::Name;
}

Result<IdSource> PeoplePage::makeSource()
{
    DTP_TRY(query, PersonQuery::parse(searchText(), m_context.store));
    m_query = query;
    return IdSource(
        [query, by = order()](const Store& store, qint64 limit) { return findPeople(store, query, limit, 0, by); });
}

void PeoplePage::search(const QString& query)
{
    setSearchText(query);
    searchEdited();
}

// What is typed shows in the chips …
void PeoplePage::searchEdited()
{
    refresh();
    const auto query = PersonQuery::parse(searchText(), m_context.store);
    if (query) {
        m_query = *query;
        showQuery();
    }
    updateKeep();
}

// Whether a chip says the same as this part of the search.
static bool isOfChip(const QueryNode& node, const QString& key)
{
    return node.kind == QueryNode::Kind::Filter && node.text == key && node.parts.empty() &&
           node.when == When::Default;
}

void PeoplePage::showQuery()
{
    for (const FilterDimension& dimension : dimensions()) {
        QStringList codes;
        for (const QueryNode& filter : conditionsOf(m_query.root)) {
            if (!isOfChip(filter, dimension.key))
                continue;
            for (const QString& value : filter.values) {
                // As typed it may be a label or another spelling; the chip knows codes.
                QString code = value;
                const auto choices = dimension.choices();
                for (const Choice& choice : choices ? *choices : std::vector<Choice>()) {
                    if (choice.label.compare(code, Qt::CaseInsensitive) == 0 ||
                        choice.code.compare(code, Qt::CaseInsensitive) == 0 ||
                        choice.spellings.contains(code, Qt::CaseInsensitive)) {
                        code = choice.code;
                        break;
                    }
                }
                codes.append(code);
            }
        }
        filters().setCodes(dimension.key, codes);
    }
}

// … and what is clicked shows in the text.
void PeoplePage::filtersChanged()
{
    PersonQuery query = PersonQuery::parse(searchText(), m_context.store).value_or(m_query);
    std::vector<QueryNode> conditions = conditionsOf(query.root);
    for (const FilterDimension& dimension : dimensions()) {
        std::erase_if(conditions, [&](const QueryNode& node) { return isOfChip(node, dimension.key); });
        const QStringList codes = filters().codes(dimension.key);
        if (!codes.isEmpty())
            conditions.push_back(filterNode(dimension.key, codes));
    }
    m_query.root = allOf(std::move(conditions));
    setSearchText(m_query.toText());
    refresh();
    updateKeep();
}

void PeoplePage::updateKeep()
{
    m_keep->setVisible(!m_query.isEmpty() && !m_context.store.isReadOnly());
}

void PeoplePage::exportList()
{
    ExportPeopleDialog dialog(m_context, m_query, this);
    dialog.exec();
}

} // namespace dtp
