// SPDX-License-Identifier: GPL-3.0-or-later
// What columns can be for, in the words of the language in which they are asked for.
#include <import/import_mapping.h>
#include <import_records/import_rules.h>
#include <import_records/record_mapping.h>
#include <support/catch.h>

#include <QCoreApplication>
#include <QTranslator>

using namespace dtp;
using namespace dtp::test;

namespace
{
class Marker final : public QTranslator
{
public:
    Marker() { QCoreApplication::installTranslator(this); }
    ~Marker() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return QLatin1Char('<') + QString::fromUtf8(source);
    }
};

QStringList wordsOfAll()
{
    QStringList all;
    for (const Entity entity : importableTypes()) {
        for (const ImportTarget& target : recordTargets(entity))
            all += {target.label(), target.group()};
    }
    return all;
}
} // namespace

TEST_CASE("What a column can be for is said in the language of the moment", "[import][translation]")
{
    const QStringList before = wordsOfAll();
    REQUIRE(before.size() > 100);
    {
        const Marker marker;
        for (const QString& words : wordsOfAll()) {
            INFO(words.toStdString());
            CHECK(words.startsWith(QLatin1Char('<')));
        }
    }
    CHECK(wordsOfAll() == before);
}
