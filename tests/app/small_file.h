// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the command line run on: a file that no process has open.
#pragma once

#include "cli_run.h"

#include <records/people.h>
#include <records/workshops.h>
#include <support/fresh_store.h>

namespace dtp::test
{

// A file with three people and a workshop, closed again.
class ClosedFile
{
public:
    ClosedFile()
    {
        {
            FreshStore fresh;
            dara = addPerson(*fresh, text("Dara"), text("Sok"), text("KH"));
            addPerson(*fresh, text("Mali"), text("Chai"), text("TH"));
            evil = addPerson(*fresh, text("=cmd()"), text("Robert'); DROP TABLE person;--\x1b[2J"), text("TH"));
            Workshop workshop;
            workshop.title = text("Planning meeting");
            workshop.start = QDate(2026, 7, 1);
            REQUIRE_OK(fresh->change(text("Add the workshop"), [&](ChangeWriter& writer) -> Result<> {
                DTP_CHECK(writer.insert(workshop));
                return {};
            }));
            workshopId = workshop.id.value;
            REQUIRE_OK(fresh->backupTo(database()));
        }
    }
    QString database() const { return folder.filePath(text("a.dtp")); }
    QString path(const char* name) const { return folder.filePath(text(name)); }
    CliRun run(const QStringList& words) const { return cli(QStringList{database()} + words); }
    CliRun json(const QStringList& words) const { return cli(QStringList{text("--json"), database()} + words); }

    QTemporaryDir folder;
    Person dara;
    Person evil;
    qint64 workshopId = 0;
};
} // namespace dtp::test
