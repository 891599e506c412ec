// SPDX-License-Identifier: GPL-3.0-or-later
// A session with an encrypted database: no name that it holds is in any file that the program wrote, whether it is
// still there or not, but in what it was told to write out.
#include "traces.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("In a session nothing of an encrypted database is written anywhere but where it was asked for",
          "[cli][vault][leak]")
{
    const Session session;
    session.run({text("import"), text("people"), session.path("in/people.csv"), text("--rejects"),
                 session.path("out/rejects.csv"), text("--log"), session.path("out/log.csv")});
    session.run({text("search"), text("Vannarith")});
    session.run({text("do"), text("set"), text("people"), text("Vannarith Phalla"), text("place=Rattanak")});
    session.run({text("do"), text("log-contact"), text("people"), text("Sokhalay Daravuth"), text("text=Whisperer")});
    session.run({text("undo")});
    session.run({text("redo")});
    session.run({text("person"), text("consent"), text("Vannarith Phalla"), text("directory=agreed"),
                 text("--asked-by"), text("Sereynorm")});
    session.run({text("export"), text("people"), session.path("out/people.csv")});
    session.run({text("export"), text("people"), session.path("out/people.xlsx")});
    session.run({text("export"), text("directory"), session.path("out/directory.pdf")});
    session.run({text("export"), text("mail"), session.path("out/all.eml")});
    session.run({text("export"), text("consent-mail"), session.path("out/mails")});
    session.run({text("backup"), session.path("own/copy.dtp")});
    session.run({text("backups"), text("--now")});
    session.run({text("vault"), text("add"), text("Somchai"), text("--new-key-file"), session.path("in/next")});
    session.run({text("vault"), text("change"), text("Mali"), text("--new-key-file"), session.path("in/key")});
    session.run({text("restore"), session.path("own/copy.dtp")});
    session.run({text("check"), text("--rebuild")});
    session.run({text("salvage"), session.path("own/saved.dtp")});
    session.run({text("person"), text("erase"), text("Sokhalay Daravuth"), text("--yes")});
    CHECK(wordsBelow(session.path("own")) == QStringList());
    CHECK(wordsIn(contentOfFile(session.path("out/people.csv")), text("out")).size() > 3); // it would be found
    if (!session.keepsWrites)
        return;
    const QByteArray written = contentOfFile(session.path("written"));
    CHECK(written.size() > 1'000'000);
    CHECK(written.contains("/own/a.dtp-wal\n"));
    CHECK(wordsIn(written, text("written")) == QStringList());
}
