// SPDX-License-Identifier: GPL-3.0-or-later
// A report with a text of ours, the names in it, and what is written of it.
#pragma once

#include "name_helpers.h"

#include <reporting/report_file.h>
#include <reporting/report_names.h>

#include <QFile>

namespace dtp::test
{

struct ReviewWorld : ReportWorld {
    // A section of this text in the report of the workshop.
    explicit ReviewWorld(const char* text)
    {
        id = report();
        write(text);
    }
    void write(const char* text)
    {
        ReportSection section;
        section.report = id;
        section.kind = QStringLiteral("text");
        section.title = QStringLiteral("What was told");
        section.position = ++position;
        section.body = utf8(text);
        REQUIRE_OK(store->change(QStringLiteral("Test"), [&](ChangeWriter& writer) -> Result<> {
            DTP_CHECK(writer.insert(section));
            last = section;
            return {};
        }));
    }
    std::vector<NameInText> names()
    {
        auto found = namesInReport(*store, id);
        REQUIRE_OK(found);
        return *found;
    }
    QStringList undecided()
    {
        QStringList all;
        for (const NameInText& name : names()) {
            if (!name.decision)
                all.append(name.name);
        }
        return all;
    }
    QString written(Audience audience, UndecidedNames undecided = UndecidedNames::Refuse)
    {
        const QString file = path(QStringLiteral("r.html"));
        const auto summary = writeReportFile(*store, id, audience, {.path = file, .undecided = undecided});
        if (!summary)
            return summary.error().sentence;
        QFile html(file);
        REQUIRE(html.open(QIODevice::ReadOnly));
        return QString::fromUtf8(html.readAll());
    }
    void decide(const char* name, NameDecision::What what, const char* words = "")
    {
        for (const NameInText& one : names()) {
            if (one.name == utf8(name))
                REQUIRE_OK(decideName(*store, one, what, utf8(words)));
        }
    }
    Id<Report> id;
    ReportSection last;
    int position = 100;
};
using What = NameDecision::What;

} // namespace dtp::test
