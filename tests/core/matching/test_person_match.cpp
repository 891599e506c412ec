// SPDX-License-Identifier: GPL-3.0-or-later
#include <matching/person_match.h>
#include <support/catch.h>

using namespace dtp;

namespace
{
NameSimilarity likeness(const char* a, const char* b)
{
    return compareNames(nameKey(QString::fromUtf8(a)), nameKey(QString::fromUtf8(b)));
}
} // namespace

TEST_CASE("Names agree whatever their order, case, accents, titles and script", "[matching]")
{
    CHECK(likeness("Sok Dara", "dara SOK") == NameSimilarity::Same);
    CHECK(likeness("Đặng Thị Hà", "Dang Thi Ha") == NameSimilarity::Same);
    CHECK(likeness("Dr. Maria Santos", "Santos, Maria (Prof.)") == NameSimilarity::Same);
    CHECK(likeness("Siti Nurhaliza", "Siti Nur Haliza") == NameSimilarity::Same);
    CHECK(likeness("Kim Min-su", "Kim Minsu") == NameSimilarity::Same);
    CHECK(likeness("Иван Петров", "Ivan Petrov") == NameSimilarity::Same);
    CHECK(likeness("Fr", "Fr") == NameSimilarity::Same);
}

TEST_CASE("Initials and left-out middle names are compatible when nothing contradicts", "[matching]")
{
    CHECK(likeness("S. Dara", "Dara Sok") == NameSimilarity::Initials);
    CHECK(likeness("Maria Santos", "Maria Clara Santos") == NameSimilarity::Compatible);
    CHECK(likeness("Maria C. Santos", "Maria Clara Santos") == NameSimilarity::Compatible);
    CHECK(likeness("M. S.", "Maria Santos") == NameSimilarity::Different);
    CHECK(likeness("Maria D. Santos", "Maria Clara Santos") == NameSimilarity::Different);
}

TEST_CASE("One word in common, or a typing slip, is no agreement", "[matching]")
{
    CHECK(likeness("Maria", "Maria Santos") == NameSimilarity::Different);
    CHECK(likeness("Maria Santos", "Maria Cruz") == NameSimilarity::Different);
    CHECK(likeness("Rina Das", "Rita Das") == NameSimilarity::Different);
    CHECK(likeness("", "Maria") == NameSimilarity::Different);
    CHECK(likeness("Lana Min", "Min Alan") == NameSimilarity::Different);
}

TEST_CASE("The best of several names counts", "[matching]")
{
    const std::vector<NameKey> known{nameKey(QStringLiteral("Dara Sok")), nameKey(QStringLiteral("Dara Chea"))};
    CHECK(compareNames({nameKey(QStringLiteral("Chea Dara"))}, known) == NameSimilarity::Same);
    CHECK(compareNames({}, known) == NameSimilarity::Different);
}

TEST_CASE("E-mail addresses are compared without case, with their dots", "[matching]")
{
    CHECK(emailKey(QStringLiteral(" Dara.Sok@Example.ORG ")) == QStringLiteral("dara.sok@example.org"));
    CHECK(emailKey(QStringLiteral("a.b@gmail.com")) != emailKey(QStringLiteral("ab@gmail.com")));
}
