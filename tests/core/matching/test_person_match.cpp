// SPDX-License-Identifier: GPL-3.0-or-later
#include <matching/person_match.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
NameLikeness likeness(const char* a, const char* b)
{
    return compareNames(nameKey(QString::fromUtf8(a)), nameKey(QString::fromUtf8(b)));
}
} // namespace

TEST_CASE("Names agree whatever their order, case, accents, titles and script", "[matching]")
{
    CHECK(likeness("Sok Dara", "dara SOK") == NameLikeness::Same);
    CHECK(likeness("Đặng Thị Hà", "Dang Thi Ha") == NameLikeness::Same);
    CHECK(likeness("Dr. Maria Santos", "Santos, Maria (Prof.)") == NameLikeness::Same);
    CHECK(likeness("Siti Nurhaliza", "Siti Nur Haliza") == NameLikeness::Same);
    CHECK(likeness("Kim Min-su", "Kim Minsu") == NameLikeness::Same);
    CHECK(likeness("Иван Петров", "Ivan Petrov") == NameLikeness::Same);
    CHECK(likeness("Fr", "Fr") == NameLikeness::Same);
}

TEST_CASE("Initials and left-out middle names are compatible when nothing contradicts", "[matching]")
{
    CHECK(likeness("S. Dara", "Dara Sok") == NameLikeness::Compatible);
    CHECK(likeness("Maria Santos", "Maria Clara Santos") == NameLikeness::Compatible);
    CHECK(likeness("Maria C. Santos", "Maria Clara Santos") == NameLikeness::Compatible);
    CHECK(likeness("M. S.", "Maria Santos") == NameLikeness::Different);
    CHECK(likeness("Maria D. Santos", "Maria Clara Santos") == NameLikeness::Different);
}

TEST_CASE("One word in common, or a typing slip, is no agreement", "[matching]")
{
    CHECK(likeness("Maria", "Maria Santos") == NameLikeness::Different);
    CHECK(likeness("Maria Santos", "Maria Cruz") == NameLikeness::Different);
    CHECK(likeness("Rina Das", "Rita Das") == NameLikeness::Different);
    CHECK(likeness("", "Maria") == NameLikeness::Different);
    CHECK(likeness("Lana Min", "Min Alan") == NameLikeness::Different);
}

TEST_CASE("The best of several names counts", "[matching]")
{
    const std::vector<NameKey> known{nameKey(QStringLiteral("Dara Sok")), nameKey(QStringLiteral("Dara Chea"))};
    CHECK(compareNames({nameKey(QStringLiteral("Chea Dara"))}, known) == NameLikeness::Same);
    CHECK(compareNames({}, known) == NameLikeness::Different);
}

TEST_CASE("E-mail addresses are compared without case, with their dots", "[matching]")
{
    CHECK(emailKey(QStringLiteral(" Dara.Sok@Example.ORG ")) == QStringLiteral("dara.sok@example.org"));
    CHECK(emailKey(QStringLiteral("a.b@gmail.com")) != emailKey(QStringLiteral("ab@gmail.com")));
}
