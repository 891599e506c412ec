// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/people_page.h>

#include <records/programs.h>
#include <ui/models/record_finder.h>
#include <ui/pages/people/person_layout.h>

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

// Whether a chip says the same as this part of the search.
bool isOfChip(const QueryNode& node, const QString& key)
{
    return node.kind == QueryNode::Kind::Filter && node.text == key && node.parts.empty() &&
           node.when == When::Default;
}
} // namespace

PeoplePage::PeoplePage(AppContext& context, QSettings& settings, QWidget* parent)
    : RecordPage(context, settings, peopleSpec(), parent)
{
    setUp();
}

PeoplePage::PeoplePage(AppContext& context, QSettings& settings, RecordPageSpec spec, QWidget* parent)
    : RecordPage(context, settings, std::move(spec), parent)
{
}

std::vector<FilterDimension> PeoplePage::dimensions()
{
    const Store& store = m_context.store;
    const auto words = [&store](const char* vocabulary) {
        return [&store, name = QString::fromLatin1(vocabulary)] { return vocabularyChoices(store, name); };
    };
    return {
        {QStringLiteral("country"), tr("Country"), countryChoices, false, true},
        {QStringLiteral("gender"), tr("Gender"), words("genders"), false},
        {QStringLiteral("issue"), tr("Issue"), words("issues"), false, true},
        {QStringLiteral("skill"), tr("Skill"), words("skills"), false, true},
        {QStringLiteral("program"), tr("Program"),
         [&store] { return titlesOf(store, Entity::ProgramEdition, "start_date", true); }, false},
        {QStringLiteral("year"), tr("Year"), [&store] { return years(store); }, false},
        {QStringLiteral("network"), tr("Network"),
         [&store] { return titlesOf(store, Entity::Network, "name", false); }, false, true},
        {QStringLiteral("status"), tr("Status"), words("person_statuses"), false},
    };
}

// By asking for each: fast enough for what an organisation has, and exactly what the list then shows.
Result<qint64> PeoplePage::countWith(const QString& chip, const QString& code) const
{
    constexpr qint64 mostPeople = 20'000;
    DTP_TRY(all, m_context.store.count(Entity::Person));
    if (all > mostPeople)
        return fail(tr("There are too many people to count them for each choice."));
    DTP_TRY(typed, PersonQuery::parse(searchText(), m_context.store));
    std::vector<QueryNode> conditions = conditionsOf(typed.root);
    std::erase_if(conditions, [&](const QueryNode& node) { return isOfChip(node, chip); });
    conditions.push_back(filterNode(chip, {code}));
    return countPeople(m_context.store, allOf(std::move(conditions)));
}

Result<IdSource> PeoplePage::makeSource()
{
    DTP_TRY(query, PersonQuery::parse(searchText(), m_context.store));
    m_query = query;
    return IdSource([root = query.root, order = arrangement()](const Store& store, qint64 limit) {
        return arrangedRecords(store, Entity::Person, root, order, limit);
    });
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
    noteQuery();
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
    const auto typed = PersonQuery::parse(searchText(), m_context.store);
    if (!typed) {
        // What is typed is not understood yet, and stays to be mended; why is said below it.
        showQuery();
        refresh();
        return;
    }
    PersonQuery query = *typed;
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
    noteQuery();
}

QString PeoplePage::queryAsked() const
{
    return m_query.toText();
}

} // namespace dtp
