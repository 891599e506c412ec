// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind or beside a name and is no name: "Ana Pinto (do not publish)".
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Imported {
    std::string agreed;
    std::string names; // other names than given and family name
    std::string safety;
    bool isTold;
};
// Of Ana Pinto.
Imported imported(const QByteArray& name)
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan =
        import(*store, files.write(QStringLiteral("n.csv"), "Name,Country,Photo consent,Publicity\n\"" + name +
                                                                "\",Fiji,Yes,Yes\nBela Costa,Fiji,,\n"));
    const Person ana = personCalled(*store, QStringLiteral("Ana"), QStringLiteral("Pinto"));
    QStringList consents = consentsOf(*store, ana.id);
    consents.removeIf([](const QString& one) { return !one.contains(QStringLiteral("agreed")); });
    consents.sort();
    QStringList names;
    for (const AlternateName& other : ofPerson<AlternateName>(*store, ana.id))
        names.append(other.name);
    return {consents.join(QStringLiteral(", ")).toStdString(), names.join(QStringLiteral(", ")).toStdString(),
            ana.safetyLevel.toStdString(), plan.rows().hasWarnings(0)};
}
} // namespace

TEST_CASE("A wish beside a name is read as a remark and not as a name", "[import][consent][remarks][names]")
{
    const auto [name, agreed] =
        GENERATE(table<const char*, const char*>({{"Ana Pinto (do not publish)", ""},
                                                  {"Ana Pinto (refused)", ""},
                                                  {"Ana Pinto (withdrew consent)", ""},
                                                  {"Ana Pinto (anonymous)", ""},
                                                  {"Ana Pinto (confidential)", ""},
                                                  {"Ana Pinto (no photos)", "publicity agreed"},
                                                  {"Ana Pinto [NO]", ""},
                                                  {"Ana Pinto [no photos]", "publicity agreed"},
                                                  {"Ana Pinto - refused", ""},
                                                  {"Ana Pinto – confidential", ""},
                                                  {"Ana Pinto, refused", ""},
                                                  {"Ana Pinto: no photos", "publicity agreed"},
                                                  {"[NO] Ana Pinto", ""},
                                                  {"CONFIDENTIAL - Ana Pinto", ""},
                                                  {"Pinto, Ana (refused)", ""},
                                                  {"Ana (anonymous) Pinto", ""}}));
    INFO(name);
    const Imported found = imported(name);
    CHECK(found.agreed == agreed);
    CHECK(found.names.empty());
    CHECK(found.isTold);
}

TEST_CASE("A name that is not to be said is agreed for nothing, and its wish is no family name",
          "[import][consent][remarks][names]")
{
    const char* const name = GENERATE("Ana Pinto - do not name", "Ana Pinto (do not name)", "Ana Pinto, do not name",
                                      "Ana Pinto; not to be named", "Ana Pinto DO NOT NAME");
    INFO(name);
    const Imported found = imported(name);
    CHECK(found.agreed.find("publicity") == std::string::npos);
    CHECK(found.names.empty());
    CHECK(found.isTold);
}

TEST_CASE("Danger beside a name is a reason to be careful and no other name", "[import][safety][names]")
{
    const char* const name = GENERATE("Ana Pinto [at risk]", "Ana Pinto (jailed)", "Ana Pinto - in hiding",
                                      "Ana Pinto, detained", "Ana Pinto (arrested 2021)");
    INFO(name);
    const Imported found = imported(name);
    CHECK(found.safety == "careful");
    CHECK(found.agreed == "photo agreed, publicity agreed");
    CHECK(found.names.empty());
    CHECK(found.isTold);
}

TEST_CASE("Other names in brackets stay other names", "[import][names]")
{
    const auto [name, others] = GENERATE(table<const char*, const char*>({{"Ana Pinto (Bela)", "Bela"},
                                                                          {"Ana \"\"Nina\"\" Pinto", "Nina"},
                                                                          {"Ana Pinto (Hope)", "Hope"},
                                                                          {"Ana Pinto (aka Mina)", "Mina"},
                                                                          {"Ana Pinto (née Costa)", "Costa"},
                                                                          {"Pinto, Ana", ""}}));
    INFO(name);
    const Imported found = imported(name);
    CHECK(found.names == others);
    CHECK(found.agreed == "photo agreed, publicity agreed");
    CHECK(found.safety != "careful");
}
