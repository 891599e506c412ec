// SPDX-License-Identifier: GPL-3.0-or-later
// What a chip offers, with how many have it.
#include <records/people.h>
#include <records/programs.h>
#include <support/add_records.h>
#include <support/ui_program.h>
#include <ui/tables/choice_popup.h>
#include <ui/tables/filter_bar.h>

#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>

using namespace dtp;
using namespace dtp::test;

namespace
{
// Three from Cambodia, two of them women, and a woman from Thailand.
struct Office : Program {
    Office()
    {
        create();
        add("Sok", "KH", "female");
        add("Mao", "KH", "female");
        add("Rith", "KH", "male");
        add("Nok", "TH", "female");
        REQUIRE(waitFor([&] { return people().list().rowCount() == 4; }));
    }
    void add(const char* name, const char* country, const char* gender)
    {
        Person one;
        one.givenName = QLatin1String(name);
        one.country = QLatin1String(country);
        one.gender = QLatin1String(gender);
        addRecords(store(), one);
    }
    FilterChip& chip(const char* key)
    {
        for (FilterChip* one : space().currentPage()->findChildren<FilterChip*>()) {
            if (one->key() == QLatin1String(key))
                return *one;
        }
        FAIL("no such chip");
        throw 0;
    }
    // "Cambodia 3, Thailand 1": what is shown of its list.
    QString offered(const char* key, const QString& typed = {})
    {
        chip(key).click();
        auto* popup = chip(key).findChild<ChoicePopup*>();
        REQUIRE(popup);
        if (!typed.isEmpty())
            popup->findChild<QLineEdit*>()->setText(typed);
        const auto* list = popup->findChild<QListWidget*>();
        QStringList shown;
        for (int i = 0; i < list->count(); ++i) {
            const QListWidgetItem& item = *list->item(i);
            const QString said = item.data(Qt::AccessibleTextRole).toString().remove(QLatin1Char(','));
            if (!item.isHidden())
                shown.append(said.isEmpty() ? item.text() : said);
        }
        shoot(*popup, QStringLiteral("filter-counts-") + QLatin1String(key));
        delete popup;
        return shown.join(QStringLiteral(", "));
    }
};
} // namespace

TEST_CASE("A chip offers what somebody has, most first, with how many, and the rest when it is typed", "[filters]")
{
    Office office;
    CHECK(office.offered("country") == QStringLiteral("Cambodia 3, Thailand 1"));
    CHECK(office.offered("country", QStringLiteral("nauru")) == QStringLiteral("Nauru 0"));
}

TEST_CASE("The numbers of a chip are of what the list would show, with all else that it is asked", "[filters]")
{
    Office office;
    office.people().search(QStringLiteral("gender:female"));
    REQUIRE(waitFor([&] { return office.people().list().rowCount() == 3; }));
    CHECK(office.offered("country") == QStringLiteral("Cambodia 2, Thailand 1"));
    // What stands in the chip itself does not count against the others, and stands first.
    office.people().search(QStringLiteral("country:TH gender:female"));
    REQUIRE(waitFor([&] { return office.people().list().rowCount() == 1; }));
    CHECK(office.offered("country") == QStringLiteral("Thailand 1, Cambodia 2"));
}

TEST_CASE("While what is typed is not understood a chip offers its choices without numbers", "[filters]")
{
    Office office;
    office.people().search(QStringLiteral("nonsense:x"));
    const QString offered = office.offered("gender");
    CHECK(offered.contains(QStringLiteral("Woman")));
    CHECK_FALSE(offered.contains(QRegularExpression(QStringLiteral("[0-9]"))));
}

TEST_CASE("Chips of any page count what its list would show", "[filters]")
{
    Office office;
    for (const auto& [name, country] : {std::pair("River", "KH"), std::pair("Hill", "KH"), std::pair("Sea", "FJ")}) {
        Organisation one;
        one.name = QLatin1String(name);
        one.country = QLatin1String(country);
        addRecords(office.store(), one);
    }
    office.space().openPage(QStringLiteral("organisations"));
    CHECK(office.offered("country") == QStringLiteral("Cambodia 2, Fiji 1"));
}
