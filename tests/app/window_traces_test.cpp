// SPDX-License-Identifier: GPL-3.0-or-later
// The same as of the command line of a window: import, export, print, kept views, reports, drafts, undo, locking with
// a dialog open, erasing, closing.
#include "traces.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("In a session with the window nothing of an encrypted file is written anywhere but where it was asked for",
          "[cli][vault][leak]")
{
#ifdef DTP_TEST_UI
    const Session session;
    CliSetting setting = session.setting();
    setting.program = QStringLiteral(DTP_TEST_UI);
    setting.environment.insert(text("DTP_CHILD_FILE"), session.database());
    setting.environment.insert(text("DTP_CHILD_ROOT"), session.path("own"));
    setting.environment.insert(text("DTP_CHILD_SECRET"), text("pelican anchor violet tractor"));
    const CliRun done = cli({text("[.child-session]")}, setting);
    INFO(done.out.toStdString() << done.err.toStdString());
    REQUIRE(done.code == 0);
    CHECK(wordsBelow(session.path("own")) == QStringList());
    CHECK(wordsIn(contentOfFile(session.path("out/people.csv")), text("out")).size() > 3); // it would be found
    if (!session.keepsWrites)
        return;
    const QByteArray written = contentOfFile(session.path("written"));
    CHECK(written.size() > 1'000'000);
    CHECK(written.contains("/own/a.dtp-wal\n"));
    CHECK(wordsIn(written, text("written")) == QStringList());
#else
    SKIP_TEST("needs the tests of the window");
#endif
}
