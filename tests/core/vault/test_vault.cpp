// SPDX-License-Identifier: GPL-3.0-or-later
// Who can open an encrypted file.
#include <support/catch.h>
#include <support/vault.h>
#include <vault/cipher.h>
#include <vault/passphrase_strength.h>
#include <vault/recovery_code.h>

#include <QFile>
#include <QTemporaryDir>
#include <atomic>
#include <set>
#include <thread>

using namespace dtp;
using namespace dtp::test;
using vault::SecretBytes;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}

class EmptyVault
{
public:
    EmptyVault()
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::NewOnly));
        file.close();
        REQUIRE(vault::create(path, cheapPassphrase(s("Mali"), s("correct horse"))));
    }
    ~EmptyVault() { vault::lockAll(); }

    bool opensWith(const QString& secret)
    {
        vault::lockAll();
        const auto unlocked = vault::unlock(path, secret);
        if (!unlocked)
            CHECK(unlocked.error().detail == QLatin1String(vault::wrongSecretDetail));
        CHECK(vault::isUnlocked(path) == unlocked.has_value());
        return unlocked.has_value();
    }
    QByteArray bytes() const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void put(qint64 at, const QByteArray& bytes) const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.seek(at);
        file.write(bytes);
    }

    QTemporaryDir folder;
    QString path = folder.filePath(s("x.dtp"));
};
} // namespace

TEST_CASE("Each of several passphrases opens a file, and no other", "[vault]")
{
    EmptyVault file;
    CHECK(vault::isVault(file.path));
    REQUIRE(vault::addPassphrase(file.path, s("Somchai"), SecretBytes::ofText(s("battery staple"))));
    CHECK(file.opensWith(s("correct horse")));
    CHECK(file.opensWith(s("battery staple")));
    CHECK_FALSE(file.opensWith(s("Correct horse")));
    CHECK_FALSE(file.opensWith(s("")));
    CHECK(file.opensWith(s("battery staple")));

    const auto slots = vault::slotsOf(file.path);
    REQUIRE(slots);
    REQUIRE(slots->size() == 2);
    CHECK(slots->at(0).name == s("Mali"));
    CHECK(slots->at(1).name == s("Somchai"));
    // Nobody sees from outside who they are.
    CHECK_FALSE(file.bytes().contains("Somchai"));
}

TEST_CASE("A passphrase is changed, removed and added again", "[vault]")
{
    EmptyVault file;
    REQUIRE(vault::changePassphrase(file.path, s(" mali "), SecretBytes::ofText(s("another one"))));
    CHECK_FALSE(file.opensWith(s("correct horse")));
    CHECK(file.opensWith(s("another one")));
    const auto last = vault::removePassphrase(file.path, s("Mali"));
    REQUIRE_FALSE(last);
    CHECK(last.error().sentence == s("This is the only passphrase of x.dtp. Add another one first."));
    REQUIRE(vault::addPassphrase(file.path, s("Somchai"), SecretBytes::ofText(s("battery staple"))));
    CHECK(vault::addPassphrase(file.path, s("SOMCHAI"), SecretBytes::ofText(s("x"))).error().sentence ==
          s("There is a passphrase of “SOMCHAI” already. Change that one, or take another name."));
    REQUIRE(vault::removePassphrase(file.path, s("Mali")));
    CHECK_FALSE(file.opensWith(s("another one")));
    CHECK(file.opensWith(s("battery staple")));
    CHECK_FALSE(vault::removePassphrase(file.path, s("Nobody")));
    CHECK_FALSE(vault::addPassphrase(file.path, s(" "), SecretBytes::ofText(s("x"))));
    CHECK_FALSE(vault::addPassphrase(file.path, s("Empty"), SecretBytes::ofText(QString())));
}

TEST_CASE("The same letters composed otherwise are the same passphrase", "[vault]")
{
    EmptyVault file;
    REQUIRE(vault::changePassphrase(file.path, s("Mali"), SecretBytes::ofText(s("caf\u00e9 ខ្មែរ"))));
    CHECK(file.opensWith(s("cafe\u0301 ខ្មែរ")));
}

TEST_CASE("A recovery code opens the file however it is typed, until another one is made", "[vault]")
{
    EmptyVault file;
    const auto code = vault::renewRecoveryCode(file.path);
    REQUIRE(code);
    CHECK(code->size() == 34);
    CHECK(file.opensWith(*code));
    CHECK(file.opensWith(code->toLower().remove(QLatin1Char('-'))));
    CHECK(file.opensWith(
        QString(*code).replace(QLatin1Char('-'), QLatin1Char(' ')).replace(QLatin1Char('0'), QLatin1Char('O'))));
    const auto next = vault::renewRecoveryCode(file.path);
    REQUIRE(next);
    CHECK_FALSE(file.opensWith(*code));
    CHECK(file.opensWith(*next));
    CHECK(file.opensWith(s("correct horse")));
}

TEST_CASE("A slip in a recovery code is noticed, and none is like another", "[vault]")
{
    std::set<QString> codes;
    for (int i = 0; i < 200; ++i) {
        const QString code = vault::newRecoveryCode();
        CHECK(vault::readRecoveryCode(code) == code);
        codes.insert(code);
    }
    CHECK(codes.size() == 200);
    const QString code = *codes.begin();
    int unnoticed = 0;
    int slips = 0;
    for (qsizetype at = 0; at < code.size(); ++at) {
        for (const QChar letter : s("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            if (code.at(at) == QLatin1Char('-') || code.at(at) == letter)
                continue;
            QString changed = code;
            changed[at] = letter;
            ++slips;
            unnoticed += vault::readRecoveryCode(changed) ? 1 : 0;
        }
    }
    CHECK(slips == 28 * 31);
    CHECK(unnoticed <= 6); // one of 1,024 by chance
    CHECK_FALSE(vault::readRecoveryCode(s("correct horse battery staple")));
    CHECK_FALSE(vault::readRecoveryCode(QString()));
    CHECK_FALSE(vault::readRecoveryCode(code + s("7")));
}

TEST_CASE("Twelve ways lead into one file, and no more", "[vault]")
{
    EmptyVault file;
    for (int i = 2; i <= 12; ++i)
        REQUIRE(vault::addPassphrase(file.path, s("Person %1").arg(i), SecretBytes::ofText(s("phrase %1").arg(i))));
    const auto more = vault::addPassphrase(file.path, s("Person 13"), SecretBytes::ofText(s("x")));
    REQUIRE_FALSE(more);
    CHECK(more.error().sentence.startsWith(s("No more than")));
    CHECK(file.opensWith(s("phrase 12")));
}

TEST_CASE("Of changes at the same time none is lost without a word", "[vault]")
{
    EmptyVault file;
    std::atomic<int> added = 0;
    const auto addSome = [&](const char* who) {
        for (int i = 0; i < 5; ++i) {
            const auto done = vault::addPassphrase(file.path, s(who) + QString::number(i),
                                                   SecretBytes::ofText(s("phrase") + s(who) + QString::number(i)));
            added += done ? 1 : 0;
            if (!done)
                CHECK(done.error().sentence.contains(s("Try again")));
        }
    };
    std::thread other([&] { addSome("A"); });
    addSome("B");
    other.join();
    CHECK(added >= 5);
    CHECK(vault::slotsOf(file.path).value().size() == static_cast<std::size_t>(added) + 1);
    CHECK(vault::isHeadWhole(file.path));
}

TEST_CASE("One damaged head is read from the other, and mended with the next change", "[vault]")
{
    EmptyVault file;
    for (const qint64 at : {100, 4096 + 100}) {
        INFO(at);
        file.put(at, "damage");
        CHECK_FALSE(vault::isHeadWhole(file.path));
        CHECK(file.opensWith(s("correct horse")));
        REQUIRE(vault::changePassphrase(file.path, s("Mali"), SecretBytes::ofText(s("correct horse"))));
        CHECK(vault::isHeadWhole(file.path));
    }
    file.put(100, "damage");
    file.put(4096 + 100, "damage");
    vault::lockAll();
    const auto lost = vault::unlock(file.path, s("correct horse"));
    REQUIRE_FALSE(lost);
    CHECK(lost.error().sentence.contains(s("its first pages, without which nobody can open it")));
}

TEST_CASE("A head that a stranger wrote is refused, whatever its checksum says", "[vault]")
{
    EmptyVault file;
    const QByteArray mine = file.bytes();
    // What it costs, made cheap for whoever tries passphrases: the checksum is right, the code of the key is not.
    QByteArray page = mine.left(4096);
    page[59] = 7;
    page.replace(4032, 32, vault::sha256(page.left(4032)));
    file.put(0, page);
    file.put(4096, page);
    vault::lockAll();
    CHECK_FALSE(vault::unlock(file.path, s("correct horse")));

    // What it asks of the machine that opens it.
    for (const QByteArray& memory : {QByteArray("\xFF\xFF\xFF\xFF", 4), QByteArray(4, '\0')}) {
        QByteArray greedy = mine.left(4096);
        greedy.replace(60, 4, memory);
        greedy.replace(4032, 32, vault::sha256(greedy.left(4032)));
        file.put(0, greedy);
        file.put(4096, greedy);
        const auto refused = vault::unlock(file.path, s("correct horse"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().sentence.contains(s("damaged")));
    }
}

TEST_CASE("What a passphrase is worth is judged as somebody who tries would", "[vault]")
{
    using vault::judge;
    using vault::Strength;
    CHECK(judge(s("")).strength == Strength::Weak);
    CHECK(judge(s("password1")).strength == Strength::Weak);
    CHECK(judge(s("qwertyuiop123456")).strength == Strength::Weak);
    CHECK(judge(s("secretariat"), {s("Secretariat")}).bits < judge(s("secretariat")).bits);
    CHECK(judge(s("aaaa bbbb cccc dddd")).strength == Strength::Weak);
    CHECK(judge(s("Correct horse battery staple")).strength == Strength::Weak);
    CHECK(judge(s("pelican anchor violet tractor")).isEnough());
    CHECK(judge(s("pelican anchor violet tractor museum")).strength == Strength::Strong);
    // A short word in another script is no better than one in this one.
    CHECK(judge(s("សុខដារា")).strength == Strength::Weak);
    CHECK(judge(s("ππππππππππππ")).strength == Strength::Weak);
    CHECK(judge(QString(100000, QLatin1Char('x'))).strength != Strength::Strong);
}
