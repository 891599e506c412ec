// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that are no person, or more than one.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A cell that stands for no name, or sums up a country, is no person", "[import][nobody]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("s.csv"), "Name,Country,E-mail\n"
                                                                                "n/a,Fiji,a@example.org\n"
                                                                                "TBC,Tonga,\n"
                                                                                "Unknown,Samoa,u@example.org\n"
                                                                                "to be confirmed,Samoa,\n"
                                                                                "Subtotal Fiji,,\n"
                                                                                "Fiji total,Fiji,\n"
                                                                                "Na,Fiji,na@example.org\n"
                                                                                "Tong Fatima,Fiji,t@example.org\n"));
    INFO(fatesOf(plan).join(QChar(u'\n')).toStdString());
    CHECK(countsOf(plan).contains(QStringLiteral("2 new")));
    CHECK(countsOf(plan).contains(QStringLiteral("6 rejected")));
    CHECK(fatesOf(plan).join(QString()).contains(QString::fromUtf8("“TBC” is no name.")));
    CHECK(fatesOf(plan).join(QString()).contains(QString::fromUtf8("“Subtotal Fiji” looks like a line of totals")));
}

TEST_CASE("A place that nobody has yet, or nobody is to know, is no person", "[import][nobody]")
{
    const char* const name = GENERATE(
        "Vacant", "(vacant)", "VACANT - to be filled", "same", "Anonymous participant 3", "Anonymous", "N.N.", "N. N.",
        "TBC", "TBC (Nepal)", "TBD", "To be nominated", "Participant 3", "Unknown person", "Name withheld", "anonim",
        "Sin nombre", "Tanpa nama", "匿名", "待定", "ไม่ระบุชื่อ", "익명", "Name withheld for safety",
        "Name withheld at the request of the participant", "Identity protected", "Name known to the secretariat",
        "Not to be named", "Redacted", "Nama dirahasiakan", "姓名保密", "Participant A", "HRD A", "Peserta B", "Mr X",
        "P-01", "Anonymous (Myanmar)", "A friend from Burma", "Participant from Laos", "Unnamed activist");
    INFO(name);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Name,Country,E-mail\n") +
                                                                                    name + ",Fiji,a@example.org\n"));
    CHECK(plan.counts().rejected == 1);
    CHECK(fatesOf(plan).join(QString()).contains(QStringLiteral("no name")));
}

TEST_CASE("Names that look like such a place are people", "[import][nobody]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("s.csv"), "Name,Country\nMember Rai,Fiji\n"
                                                                                "Samé Lui,Fiji\nNn,Fiji\n"
                                                                                "Guest Moala,Tonga\nMan A,Fiji\n"
                                                                                "Delegate Rai,Fiji\nAlma X,Fiji\n"
                                                                                "Withheld Moyo,Fiji\nName Lee,Fiji\n"
                                                                                "Khin A,Fiji\nSecret Nkosi,Fiji\n"));
    CHECK(plan.counts().newPeople == 11);
}

TEST_CASE("What names nothing makes no organisation, program or network, and is told", "[import][nobody]")
{
    const char* const heading = GENERATE("Organisation", "Program", "Network");
    const char* const text = GENERATE("same", "Vacant", "TBC", "TBD", "N.N.", "as above", "To be confirmed");
    INFO(heading << ": " << text);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Name,Country,") + heading +
                                                                                    "\nAna Lui,Fiji," + text + "\n"));
    CHECK(plan.counts().newOrganisations + plan.counts().newPrograms + plan.counts().newNetworks == 0);
    if (QByteArray(text) != "TBC")
        CHECK(plan.rows()[0].warnings.join(QString()).contains(QStringLiteral("names nothing")));
}

TEST_CASE("A row of answers is not taken for the headings, and nobody above it is lost", "[import][nobody]")
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"), "Name,Country,E-mail,Vegetarian,Needs "
                                                            "visa,Shares a room,Swims\n"
                                                            "Ana Lui,Fiji,a@example.org,Yes,Yes,No,"
                                                            "Yes\n"
                                                            "Ben Ro,Tonga,b@example.org,No,No,No,No\n"
                                                            "Eva Mo,Samoa,e@example.org,No,No,No,"
                                                            "Yes\n"));
    INFO(fatesOf(plan).join(QChar(u'\n')).toStdString());
    CHECK(countsOf(plan).contains(QStringLiteral("3 new")));
}

TEST_CASE("Several people in one cell are no person, however they are joined", "[import][nobody]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [name, isSeveral] = GENERATE(table<const char*, bool>({{"Ana e José Pereira", true},
                                                                      {"Marie et Jean Kaltack", true},
                                                                      {"María y José Quispe", true},
                                                                      {"Ramón Ortega y Gasset", false},
                                                                      {"Tran Van Nam va Le Thi Hoa", true},
                                                                      {"Nguyen Va Lan", false},
                                                                      {"Sok Dara និង Chan Rith", true},
                                                                      {"สมชาย และ มาลี", true},
                                                                      {"Dr. Ana e José Pereira", true},
                                                                      {"Ana Pereira e José Silva", true},
                                                                      {"João Castro e Silva", false},
                                                                      {"Ana Lui\nBen Ro", true},
                                                                      {"Ms Ana Lui\n\nMr Ben Ro", true},
                                                                      {"Ana Maria\nLui", false},
                                                                      {"Ana Lui\nអាណា លុយ", false},
                                                                      {"Sok Dara, Chan Rith, Keo Mala", true},
                                                                      {"Dela Cruz, Juan Carlos, PhD", false},
                                                                      {"Dela Cruz, Juan Carlos", false},
                                                                      {"Ana Lui (with Ben Ro)", true},
                                                                      {"Ana Lui with Ben Ro", true},
                                                                      {"Ana Lui (Annie)", false},
                                                                      {"Edith Lui", false}}));
    INFO(name);
    const ImportPlan plan = import(*store, files.write(QStringLiteral("s.csv"), QByteArray("Name,Country,E-mail\n\"") +
                                                                                    name + "\",Fiji,a@example.org\n"));
    CHECK(fatesOf(plan).join(QString()).contains(QStringLiteral("names more than one person")) == isSeveral);
}

TEST_CASE("A line below a list that says something of the list is no person", "[import][nobody]")
{
    const char* const line =
        GENERATE("No refusals", "No objections", "Vegetarians marked with *", "Names marked with an asterisk",
                 "Dibuat oleh", "Dibuat oleh Sari", "Daftar hadir", "Prepared by: Ana Rai", "Diketahui oleh",
                 "Elaborado por Ana", "Checked by", "Approved by: Ana Rai", "Signed", "Tanda tangan",
                 "Lista de presença", "Attendance sheet", "Thank you");
    INFO(line);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"),
                                   QByteArray("Name,Country,E-mail\nAna Lui,Fiji,a@example.org\n") + line + ",,\n"));
    CHECK(countsOf(plan).toStdString() == "rows 2: 1 new, 0 joined, 0 unchanged, 1 rejected");
}

TEST_CASE("A person who stands alone below a list is one", "[import][nobody]")
{
    const char* const name = GENERATE("Mark With", "No Chan", "Noh Sung Ho", "Daftar Singh", "Oleh Petrenko",
                                      "Prepa Rai", "Sari Hadir", "Vega Marked");
    INFO(name);
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("s.csv"),
                                   QByteArray("Name,Country,E-mail\nAna Lui,Fiji,a@example.org\n") + name + ",,\n"));
    CHECK(plan.counts().newPeople == 2);
}

TEST_CASE("Na Na is a person, unless the column writes na for nobody", "[import][nobody]")
{
    FreshStore store;
    const SheetFiles files;
    const auto [row, people] = GENERATE(table<const char*, int>({{"Na Na", 2},
                                                                 {"NA NA", 1},
                                                                 {"n/a n/a", 1},
                                                                 {"na na", 1},
                                                                 {"Nil Nil", 1},
                                                                 {"Na Na\",Fiji,\nna,Fiji,\nn/a,Fiji,\n\"na", 1},
                                                                 {"Na Na\",Fiji,\n\"Na Li", 3}}));
    INFO(row);
    const ImportPlan plan = import(
        *store, files.write(QStringLiteral("s.csv"),
                            QByteArray("Name,Country,E-mail\nAna Lui,Fiji,a@example.org\n\"") + row + "\",Fiji,\n"));
    CHECK(plan.counts().newPeople == people);
}
