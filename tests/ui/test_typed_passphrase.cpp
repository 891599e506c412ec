// SPDX-License-Identifier: GPL-3.0-or-later
// What is typed into the field for the passphrase leaves nothing behind.
#include <support/catch.h>
#include <support/own_memory.h>
#include <support/ui_encrypted_program.h>
#include <vault/header.h>
#include <vault/keys.h>

#include <QRandomGenerator>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr std::size_t length = 30;

vault::SecretBytes randomWord()
{
    vault::SecretBytes word(length);
    for (std::size_t i = 0; i < length; ++i)
        word.data()[i] = static_cast<unsigned char>('a' + QRandomGenerator::system()->bounded(26));
    return word;
}
} // namespace

TEST_CASE("After locking neither the passphrase that was typed nor the key is in the memory of the program",
          "[window][lock]")
{
    vault::SecretBytes word = randomWord();
    const Disguised utf8(word.data(), length);
    const Disguised utf16(word.data(), length, true);
    const Disguised begun(word.data(), 2 * length / 3, true); // what was in the field before it was whole
    if (timesInMemory(utf8) < 0)
        SKIP_TEST("needs a system that lets a program look into its own memory");
    FreshStore made{vault::FirstPassphrase{QStringLiteral("Ana"), word, vault::Cost{1, 8, 1}}};
    const QString file = made->path();
    addPerson(*made, QStringLiteral("Sok"), QStringLiteral("Dara"));
    made.store.reset();
    vault::lockAll();
    QSettings settings(made.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    RecordingDialogs dialogs;
    MainWindow window(settings, dialogs);
    window.show();
    CHECK_FALSE(window.openFile(file));
    auto* edit = window.unlockPage().findChild<PassphraseEdit*>();
    REQUIRE(waitFor([&] { return QApplication::focusWidget() == edit; }));
    for (std::size_t i = 0; i < length; ++i)
        QTest::keyClick(edit, static_cast<char>(word.data()[i]));
    word = vault::SecretBytes();
    CHECK(timesInMemory(utf16) > 0);
    QTest::keyClick(edit, Qt::Key_Return);
    REQUIRE(waitFor([&] { return window.workspace() != nullptr; }));
    const Disguised key = [&] {
        const auto master = vault::masterKeyOf(vault::readHeader(file)->vaultId);
        return Disguised(master->data(), master->size());
    }();
    CHECK(timesInMemory(key) > 0);
    CHECK(timesInMemory(utf16) == 0); // already when it was opened
    window.lockFile();
    REQUIRE(waitFor([&] { return window.unlockPage().isVisible() && edit->isEnabled() && !window.workspace(); }));
    CHECK(timesInMemory(utf8) == 0);
    CHECK(timesInMemory(utf16) == 0);
    CHECK(timesInMemory(begun) == 0);
    CHECK(timesInMemory(key) == 0);
}
