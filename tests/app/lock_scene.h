// SPDX-License-Identifier: GPL-3.0-or-later
// A window that is killed while it locks, where there is a window.
#pragma once

#include "kill_scene.h"

namespace dtp::test
{

#ifdef DTP_TEST_UI
// A window with a change and with words that were typed a moment before, locked by Ctrl+L: see tests/ui/test_as_child.
class LockScene : public Scene
{
public:
    LockScene()
    {
        FreshStore fresh(cheapPassphrase(text("Mali"), secret));
        makeCrashed(fresh);
    }
    QStringList words() const override { return {text("[.child-lock]")}; }
    Ended run(qint64 at, bool countsWrites) const override
    {
        qputenv("DTP_CHILD_FILE", database().toUtf8());
        qputenv("DTP_CHILD_ROOT", outside("settings").toUtf8());
        qputenv("DTP_CHILD_SECRET", secret.toUtf8());
        return runKilled(folder(), words(), at, countsWrites, QStringLiteral(DTP_TEST_UI));
    }
    void checkKilled() override
    {
        const Held now = held(database());
        CHECK((now == three || now == Held{4, text("Add Rattana Lim"), 4, true}));
        for (const QString& backup : allFilesIn(path("a backups")).filter(QRegularExpression(text("\\.dtp$"))))
            CHECK(held(backup).isSound);
    }
    void checkDone() override
    {
        const Held now = held(database());
        CHECK(now.isSound);
        CHECK((now.people == 4 || now.people == 5)); // done before it was killed, and once more
        CHECK(leftParts() == QStringList());
        const auto store = Store::open(database(), environment(), OpenMode::ReadOnly);
        REQUIRE_OK(store);
        const auto kept = QByteArray::fromBase64((*store)->setting(text("drafts")).toLatin1());
        CHECK(kept.contains("Takeo"));
    }
};
#endif

} // namespace dtp::test
