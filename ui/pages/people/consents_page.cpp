// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/people/consents_page.h>

#include <deeds/consent_grid.h>
#include <meaning/due.h>
#include <ui/models/record_finder.h>
#include <ui/pages/people/person_layout.h>

namespace dtp
{

namespace
{
// So that all purposes stand beside each other, and beside a person, on a small screen. While nobody is chosen there
// is room for "To 15 Feb 27" beside a person.
constexpr int purposeWidth = 97;
constexpr int nameWidth = 136;

ListColumn purposeColumn(const Store& open, const QString& purpose)
{
    ListColumn column;
    column.key = QStringLiteral("consent.") + purpose;
    column.title = open.vocabulary(QStringLiteral("consent_purposes")).labelOf(purpose);
    column.tellsNobody = true;
    column.width = purposeWidth;
    return column;
}

RecordPageSpec consentsSpec(const Store& store)
{
    RecordPageSpec spec;
    spec.name = QStringLiteral("consents");
    spec.title = QCoreApplication::translate("ConsentsPage", "Consents");
    spec.iconName = QStringLiteral("dialog-ok");
    spec.entity = Entity::Person;
    const auto takeColumn = [&spec](const char* key, int width) {
        for (ListColumn& column : peopleListColumns()) {
            if (column.key == QLatin1String(key)) {
                column.width = width;
                spec.columns.push_back(std::move(column));
            }
        }
    };
    takeColumn("name", nameWidth);
    for (const QString& purpose : consentPurposes(store))
        spec.columns.push_back(purposeColumn(store, purpose));
    takeColumn("country", purposeWidth); // where there is room for it
    spec.sortKey = QStringLiteral("name");
    spec.emptyHeading = QCoreApplication::translate("ConsentsPage", "Nobody to ask for consent yet");
    spec.emptySentence = QCoreApplication::translate(
        "ConsentsPage", "What people agree to be shown in, to whom and until when stands here, person by person. Add "
                        "people, or import a spreadsheet of them with their answers.");
    spec.layout = personLayout();
    spec.listWidth = 664; // for the columns of purposes; the person has the least that one needs
    spec.hidesHint = true;
    spec.goesOn = true;
    return spec;
}

Result<std::vector<Choice>> times()
{
    return std::vector<Choice>{{QStringLiteral("30d"), QCoreApplication::translate("ConsentsPage", "30 days"), {}, {}},
                               {QString::number(DaysBeforeTermEnds) + QLatin1Char('d'),
                                QCoreApplication::translate("ConsentsPage", "%1 days").arg(DaysBeforeTermEnds),
                                {},
                                {}},
                               {QStringLiteral("1y"), QCoreApplication::translate("ConsentsPage", "a year"), {}, {}}};
}
} // namespace

ConsentsPage::ConsentsPage(AppContext& context, QSettings& settings, QWidget* parent)
    : PeoplePage(context, settings, consentsSpec(context.store), parent)
{
    setUp();
}

std::vector<FilterDimension> ConsentsPage::dimensions()
{
    const auto purposes = [&store = m_context.store] {
        return vocabularyChoices(store, QStringLiteral("consent_purposes"));
    };
    const auto waiting = [purposes]() -> Result<std::vector<Choice>> {
        std::vector<Choice> all = purposes();
        const auto since = [](const QString& value, const QString& words) { return Choice{value, words, {}, {}}; };
        all.insert(all.begin(), {since(QStringLiteral("any"), tr("About anything")),
                                 since(QStringLiteral(">14d"), tr("For 14 days or longer")),
                                 since(QStringLiteral(">30d"), tr("For 30 days or longer"))});
        return all;
    };
    std::vector<FilterDimension> all{{QStringLiteral("consent"), tr("Agreed"), purposes, false},
                                     {QStringLiteral("consent_ending"), tr("Ends within"), times, true},
                                     {QStringLiteral("consent_waiting"), tr("Asked, no answer"), waiting, true},
                                     {QStringLiteral("consent_never_asked"), tr("Never asked"), purposes, false}};
    for (FilterDimension& one : PeoplePage::dimensions()) {
        if (one.key == QLatin1String("country") || one.key == QLatin1String("program") ||
            one.key == QLatin1String("year"))
            all.push_back(std::move(one));
    }
    return all;
}

} // namespace dtp
