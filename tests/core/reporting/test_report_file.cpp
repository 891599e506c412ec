// SPDX-License-Identifier: GPL-3.0-or-later
#include "report_world.h"

#include <reporting/report_file.h>

#include <QFile>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("a report is written in the format of the file's ending, and entered in the ledger", "[report file]")
{
    ReportWorld world;
    const Id<Report> report = world.report();
    const std::vector<std::pair<QString, QByteArray>> formats{
        {QStringLiteral("r.pdf"), "%PDF-"},
        {QStringLiteral("r.html"), "<!DOCTYPE html>"},
        {QStringLiteral("r.ODT"), "PK"},
        {QStringLiteral("r.csv"), "\xEF\xBB\xBF\"Participants\"\r\n"}};
    for (const auto& [name, start] : formats) {
        const auto summary = writeReportFile(*world.store, report, Audience::Funder, {.path = world.path(name)});
        REQUIRE_OK(summary);
        CHECK(summary->named.size() == 5);
        QFile file(world.path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll().left(start.size()).toUpper() == start.toUpper());
    }
    const auto ledger = world.store->find<Disclosure>();
    REQUIRE_OK(ledger);
    REQUIRE(ledger->size() == formats.size());
    CHECK(ledger->front().what == QString::fromUtf8("Report “Alumni meeting” as PDF"));
    CHECK(ledger->front().audience == QStringLiteral("funder"));
}

TEST_CASE("the CSV of a report holds its tables under their titles, without who may not be named", "[report file]")
{
    ReportWorld world;
    REQUIRE_OK(writeReportFile(*world.store, world.report(), Audience::Funder,
                               {.path = world.path(QStringLiteral("r.csv"))}));
    QFile file(world.path(QStringLiteral("r.csv")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    CHECK(text.contains(QStringLiteral("\"Participants\"\r\nName,Organisation,Country,Took part as\r\nBina Rai,")));
    CHECK(text.contains(QStringLiteral("\r\n\r\n\"Figures\"\r\nFigure,Of,Number,Remark\r\n")));
    CHECK(!text.contains(QStringLiteral("Mali")));
}

TEST_CASE("an ending that is no format is refused before anything is written", "[report file]")
{
    ReportWorld world;
    const auto summary = writeReportFile(*world.store, world.report(), Audience::Internal,
                                         {.path = world.path(QStringLiteral("r.doc"))});
    REQUIRE(!summary);
    CHECK(summary.error().sentence.contains(QStringLiteral("r.doc")));
    CHECK(!QFile::exists(world.path(QStringLiteral("r.doc"))));
    CHECK(world.store->count(Entity::Disclosure).value_or(1) == 0);
}
