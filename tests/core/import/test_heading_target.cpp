// SPDX-License-Identifier: GPL-3.0-or-later
// What a heading asks for as a whole, in the languages in which lists reach us.
#include <import/column_content.h>
#include <import/heading_words.h>
#include <import/import_mapping.h>
#include <support/catch.h>
#include <support/fresh_store.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString target(const char* heading)
{
    return targetOfHeading(QString::fromUtf8(heading));
}

// The targets of the columns of a sheet, cells at "|".
QString targets(const QStringList& lines)
{
    const FreshStore store;
    std::vector<SheetRow> rows;
    for (const QString& line : lines)
        rows.push_back({static_cast<qint64>(rows.size()) + 1, line.split(QLatin1Char('|'))});
    QStringList all;
    for (const ColumnMapping& column : recogniseMapping(rows, ImportWords(*store.store)).columns)
        all.append(column.target);
    return all.join(QLatin1Char(' '));
}

QString t(const char* utf8)
{
    return QString::fromUtf8(utf8);
}
} // namespace

TEST_CASE("A heading is not what one of its words is", "[import][mapping]")
{
    for (const char* heading : {"Organisation address",
                                "Number of staff in your organisation",
                                "Skills you hope to learn",
                                "Languages for which you need an interpreter",
                                "Issues with visas in the past",
                                "Emergency contact email",
                                "Gender policy in your organisation",
                                "Gender of the person who recommended you",
                                "Phone (emergency)",
                                "Name of your supervisor",
                                "Do you have an e-mail address?",
                                "Other issues",
                                "Other (please specify)",
                                "Country of your visa",
                                "How did you hear about our organisation?",

                                "Year your organisation was founded",
                                "What organisation do you work for and what is your position?",
                                "Are you a member?",
                                "Facebook followers",
                                "E-mail of referee",
                                "Mobile operator",
                                "Names of your children",
                                "Reason for leaving the organisation",
                                "Name of training venue"}) {
        INFO(heading);
        CHECK(target(heading) == QString());
    }
}

TEST_CASE("Questions and hints around a word leave it what it is", "[import][mapping]")
{
    const auto [heading, expected] =
        GENERATE(table<const char*, const char*>({{"What is your full name (as in your passport)?", "full_name"},
                                                  {"Full name as per passport", "full_name"},
                                                  {"Name as it appears in your passport", "full_name"},
                                                  {"Your e-mail address (one that you read)", "email"},
                                                  {"E-mail (please write clearly)", "email"},
                                                  {"Which country do you live in?", "country"},
                                                  {"What organisation do you work for?", "organisation"},
                                                  {"Which languages do you speak?", "languages"},
                                                  {"Phone number (with country code)", "phone"},
                                                  {"Mobile phone number", "phone"},
                                                  {"Name of organisation / institution", "organisation"},
                                                  {"Participant's main country", "country"},
                                                  {"Business Country/Region", "country"},
                                                  {"Business Fax", "phone"},
                                                  {"E-mail 2 Address", "email"},
                                                  {"E-mail 1 - Value", "email"},
                                                  {"Phone 1 - Value", "phone"},
                                                  {"Organization 1 - Name", "organisation"},
                                                  {"personal/full_name", "full_name"},
                                                  {"Date of birth (dd/mm/yyyy)", "birth_year"},
                                                  {"Full name in English", "full_name"},
                                                  {"WhatsApp phone number", "whatsapp"},
                                                  {"E-mail / phone", "email"},
                                                  {"Family name / Given name", "family_given"},
                                                  {"First name / Surname", "full_name"},
                                                  {"Khmer name", "own_script_name"},
                                                  {"Name in Khmer", "own_script_name"},
                                                  {"Full name (native script)", "own_script_name"},
                                                  {"Name in own language", "own_script_name"},
                                                  {"Middle name", "middle_name"},
                                                  {"Apellido materno", "second_family_name"}}));
    INFO(heading);
    CHECK(target(heading) == QString::fromUtf8(expected));
}

TEST_CASE("Headings are known in the languages of the region", "[import][mapping]")
{
    const auto [heading, expected] = GENERATE(table<const char*, const char*>({{"Họ và tên", "full_name"},
                                                                               {"Quốc gia", "country"},
                                                                               {"Điện thoại", "phone"},
                                                                               {"Địa chỉ email", "email"},
                                                                               {"Giới tính", "gender"},
                                                                               {"ชื่อ-นามสกุล", "full_name"},
                                                                               {"องค์กร", "organisation"},
                                                                               {"姓名", "full_name"},
                                                                               {"性別", "gender"},
                                                                               {"電子メール", "email"},
                                                                               {"성명", "full_name"},
                                                                               {"연락처", "phone"},
                                                                               {"ឈ្មោះ", "full_name"},
                                                                               {"ប្រទេស", "country"},
                                                                               {"Naran", "full_name"},
                                                                               {"Apelidu", "family_name"},
                                                                               {"Organização", "organisation"},
                                                                               {"Telemóvel", "phone"},
                                                                               {"Nama lengkap", "full_name"},
                                                                               {"Jenis kelamin", "gender"},
                                                                               {"Nom et prénom", "full_name"},
                                                                               {"Correo electrónico", "email"},
                                                                               {"Prénom / First name", "given_name"},
                                                                               {"Pays / Country", "country"},
                                                                               {"ភេទ / Sex", "gender"},
                                                                               {"姓名 Name", "full_name"},
                                                                               {"Country (国家)", "country"},
                                                                               {"Jina / Name", "full_name"}}));
    INFO(heading);
    CHECK(target(heading) == QString::fromUtf8(expected));
}

TEST_CASE("What stands beside a known word in English is no translation of it", "[import][mapping]")
{
    CHECK(target("Name / ID number") == QString());
    CHECK(target("Organisation / contact person's age") == QString());
    CHECK(target("Organisation / Position") == QString());
}

TEST_CASE("Bare names are the part that no other column is", "[import][mapping]")
{
    CHECK(targets({t("Naran|Apelidu|País"), t("Alvaro|Ximenes|Timor-Leste")}) == t("given_name family_name country"));
    CHECK(targets({t("Nom / Name|Prénom / First name"), t("FAATAU|Moana")}) == t("family_name given_name"));
    CHECK(targets({t("Nom|Pays"), t("Moana Faatau|Vanuatu")}) == t("full_name country"));
    CHECK(targets({t("Nombre|País"), t("Rosa Quispe|Peru")}) == t("full_name country"));
    CHECK(targets({t("Name|ឈ្មោះ|Country"), t("Sok Vanna|សុខ វណ្ណា|Cambodia")}) ==
          t("full_name own_script_name country"));
    CHECK(targets({t("English name|Chinese name"), t("Mary Lin|Lin Meihua"), t("Tom Wu|Wu Dawei")}) ==
          t("full_name alternate_name"));
}

TEST_CASE("A column of organisations or of yes and no is never the names", "[import][mapping]")
{
    CHECK(targets({t("Xyz|Email"), t("Mekong Women Network|a@example.org"), t("Land Forum Fiji|b@example.org")}) ==
          t("notes email"));
    CHECK(targets({t("Full name|Focal point"), t("Rosa Gama|Yes"), t("Rui Belo|No")}) == t("full_name notes"));
}

TEST_CASE("Of two columns for one thing the one that is filled keeps it", "[import][mapping]")
{
    CHECK(targets({t("Name|Home Country/Region|Business Country/Region"), t("Rosa Gama||Nepal")}) ==
          t("full_name notes country"));
}

TEST_CASE("What an address book writes of its own is left out, what people write is not", "[import][mapping]")
{
    CHECK(targets({t("Name|E-mail Address|E-mail Type|E-mail Display Name"),
                   t("Rosa Gama|r@example.org|SMTP|Rosa Gama (r@example.org)")}) ==
          t("full_name email ignore ignore"));
    CHECK(targets({t("Name|Phone type"), t("Rosa Gama|Android")}) == t("full_name notes"));
    CHECK(targets({t("Name|skills|skills/advocacy"), t("Rosa Gama|advocacy|1"), t("Rui Belo||0")}) ==
          t("full_name skills ignore"));
}
