// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/export_catalogue.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QFile>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("Forms that ask for consent have a page for each person and a row for each purpose", "[consent][exports]")
{
    FreshStore file;
    const Person sok = addPerson(*file, QStringLiteral("Sok"), QStringLiteral("Dara"));
    const Person nok = addPerson(*file, QStringLiteral("Nok"), QStringLiteral("Suwan"));
    addPerson(*file, QStringLiteral("Mere"), QStringLiteral("Tuilagi"));
    const Exportable* form = exportableOf(QStringLiteral("consent-form"));
    REQUIRE(form);
    ExportCall call;
    call.records = std::vector{sok.id.value, nok.id.value};
    const QString path = file.path(QStringLiteral("forms.html"));
    REQUIRE_OK(writeExport(*file, *form, call, path, Audience::Internal));
    QFile written(path);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(written.readAll());
    CHECK(text.contains(QStringLiteral("Sok Dara")));
    CHECK(text.contains(QStringLiteral("Nok Suwan")));
    CHECK_FALSE(text.contains(QStringLiteral("Tuilagi")));
    CHECK(text.count(QStringLiteral("Photos in which they can be recognised")) == 2);
    CHECK(file->count(Entity::Disclosure).value() == 1); // it is in the list of what left
    REQUIRE_OK(writeExport(*file, *form, call, file.path(QStringLiteral("forms.pdf")), Audience::Internal));
    // Nobody of them agreed to be named to the public: their names are not on a form for it.
    const QString outside = file.path(QStringLiteral("outside.html"));
    REQUIRE_OK(writeExport(*file, *form, call, outside, Audience::Public));
    QFile other(outside);
    REQUIRE(other.open(QIODevice::ReadOnly));
    CHECK_FALSE(QString::fromUtf8(other.readAll()).contains(QStringLiteral("Dara")));
}
