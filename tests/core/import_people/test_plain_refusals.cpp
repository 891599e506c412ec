// SPDX-License-Identifier: GPL-3.0-or-later
// Remarks that are nothing but a refusal, in a column of their own and beside a name.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString consentsBeside(const QByteArray& heading, const QByteArray& remark)
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("r.csv"), "Name,Country,Photo consent,Publicity," + heading +
                                                                "\nAlma Borges,Fiji,Yes,Yes,\"" + remark + "\"\n"));
    QStringList all = consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id);
    all.sort();
    const QString said = all.join(QStringLiteral(", "));
    CHECK((said.contains(QStringLiteral("agreed")) || plan.rows().hasWarnings(0)));
    return said;
}
} // namespace

TEST_CASE("A remark that is nothing but a refusal refuses everything that is agreed beside it",
          "[import][consent][remarks][plain]")
{
    const char* const heading = GENERATE("Remarks", "Notes", "Comments");
    const char* const remark = GENERATE(
        "Refused", "REFUSED!", "Refused all", "Refused all, by phone", "refused everything", "Withdrawn", "NO!",
        "no!!", "declined", "Declined (by e-mail)", "revoked 3/5/2024", "revoked on 3 May 2024", "consent void",
        "please remove me", "remove him", "did not agree in the end", "wants to be left out of everything",
        "parents refused", "her husband declined", "Withdrew", "she objected", "said no", "disagrees", "never agreed",
        "absolutely not", "under no circumstances", "no thanks", "consent cancelled", "Consent no longer valid",
        "refuses everything; by letter", "menolak", "recusou");
    CAPTURE(heading, remark);
    const QString left = consentsBeside(heading, remark);
    CHECK(left.contains(QStringLiteral("photo refused")));
    CHECK(left.contains(QStringLiteral("publicity refused")));
    CHECK_FALSE(left.contains(QStringLiteral("agreed")));
}

TEST_CASE("A plain refusal in a newer list ends what was agreed before", "[import][consent][remarks][plain]")
{
    FreshStore store;
    const SheetFiles files;
    import(*store, files.write(QStringLiteral("a.csv"), "Name,E-mail,Publicity\nAlma Borges,a@mail.example,Yes\n"));
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("b.csv"), "Name,E-mail,Notes\nAlma Borges,a@mail.example,Refused all\n"));
    CHECK(plan.counts().endedAgreements == 1);
}

TEST_CASE("A refusal of something else, or under a heading of something else, takes no agreement back",
          "[import][consent][remarks][plain]")
{
    const auto [heading, remark] =
        GENERATE(table<const char*, const char*>({{"Remarks", "refused entry at the border"},
                                                  {"Remarks", "declined the job"},
                                                  {"Remarks", "withdrew from the course"},
                                                  {"Remarks", "refused a visa"},
                                                  {"Remarks", "No"},
                                                  {"Remarks", "not refused"},
                                                  {"Remarks", "has not declined"},
                                                  {"Remarks", "nobody objected"},
                                                  {"Remarks", "agreed"},
                                                  {"Remarks", "by phone"},
                                                  {"Remarks", "all"},
                                                  {"Remarks", "No objections"},
                                                  {"Remarks", "invitation declined"},
                                                  {"Remarks", "void"},
                                                  {"Visa", "Refused"},
                                                  {"Outcome", "Withdrawn"},
                                                  {"Scholarship", "Declined"}}));
    CAPTURE(heading, remark);
    CHECK(consentsBeside(heading, remark).toStdString() == "photo agreed, publicity agreed");
}

TEST_CASE("A plain refusal is of the newsletter as well", "[import][consent][remarks][plain]")
{
    FreshStore store;
    const SheetFiles files;
    const QByteArray remark = GENERATE("Refused all", "please remove me");
    import(*store, files.write(QStringLiteral("n.csv"),
                               "Name,Email,Newsletter,Remarks\nAlma Borges,a@x.example,Yes," + remark + '\n'));
    const QStringList all =
        consentsOf(*store, personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges")).id);
    CHECK(all.contains(QStringLiteral("newsletter refused")));
    CHECK_FALSE(all.contains(QStringLiteral("newsletter agreed")));
}
