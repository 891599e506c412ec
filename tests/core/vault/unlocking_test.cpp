// SPDX-License-Identifier: GPL-3.0-or-later
// What unlocking costs whoever tries, and what it leaves in memory.
#include <support/catch.h>
#include <support/own_memory.h>
#include <support/vault.h>
#include <vault/header.h>
#include <vault/keys.h>
#include <vault/recovery_code.h>
#include <vault/typed_secret.h>

#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <dlfcn.h>
#include <gcrypt.h>

using namespace dtp;
using namespace dtp::test;
using vault::SecretBytes;

namespace
{
int derivations = 0;

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

// An encrypted file with as many ways in as there can be: eleven passphrases and a recovery code.
struct ManyWays {
    QTemporaryDir folder;
    QString path = folder.filePath(s("a.dtp"));
    QString code;

    ManyWays()
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.close();
        REQUIRE_OK(vault::create(path, cheapPassphrase(s("First"), s("first of all"))));
        for (int i = 2; i < vault::slotCount; ++i)
            REQUIRE_OK(vault::addPassphrase(path, s("Person %1").arg(i), SecretBytes::ofText(s("phrase %1").arg(i))));
        code = vault::renewRecoveryCode(path).value();
        vault::lockAll();
    }
    ~ManyWays() { vault::lockAll(); }
    // What trying costs, and whether it opens.
    std::pair<int, bool> attempt(const QString& secret) const
    {
        vault::lockAll();
        derivations = 0;
        const bool opens = vault::unlock(path, secret).has_value();
        return {derivations, opens};
    }
};
} // namespace

// Between the program and the library: each key made of a passphrase is counted.
extern "C" gcry_error_t gcry_kdf_compute(gcry_kdf_hd_t handle, const gcry_kdf_thread_ops_t* threads)
{
    using Compute = gcry_error_t (*)(gcry_kdf_hd_t, const gcry_kdf_thread_ops_t*);
    static const auto real = reinterpret_cast<Compute>(::dlsym(RTLD_NEXT, "gcry_kdf_compute"));
    ++derivations;
    return real(handle, threads);
}

TEST_CASE("A wrong passphrase costs what a right one costs, whichever way into the file it is", "[vault]")
{
    const ManyWays file;
    using Cost = std::pair<int, bool>;
    CHECK(file.attempt(s("first of all")) == Cost(1, true));
    CHECK(file.attempt(s("phrase %1").arg(vault::slotCount - 1)) == Cost(1, true));
    CHECK(file.attempt(file.code) == Cost(1, true));
    CHECK(file.attempt(file.code.toLower().remove(QLatin1Char('-'))) == Cost(1, true));
    CHECK(file.attempt(s("nobody's")) == Cost(1, false));
    CHECK(file.attempt(QString()) == Cost(1, false));
    CHECK(file.attempt(QString(file.code).replace(0, 1, file.code.at(0) == u'A' ? u'B' : u'A')) == Cost(1, false));
    CHECK(file.attempt(QString(5000, u'x')) == Cost(1, false));
}

TEST_CASE("After fifty wrong passphrases the right one opens the file as before", "[vault]")
{
    const ManyWays file;
    for (int i = 0; i < 50; ++i)
        CHECK(vault::unlock(file.path, s("wrong %1").arg(i)).error().detail == s(vault::wrongSecretDetail));
    CHECK_FALSE(vault::isUnlocked(file.path));
    CHECK(vault::unlock(file.path, s("first of all")).has_value());
}

TEST_CASE("After locking neither the passphrase nor the key is in memory", "[vault]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(s("a.dtp"));
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
    }
    constexpr std::size_t length = 24;
    SecretBytes secret(length);
    for (std::size_t i = 0; i < length; ++i)
        secret.data()[i] = static_cast<unsigned char>('a' + QRandomGenerator::system()->bounded(26));
    const Disguised utf8(secret.data(), length);
    const Disguised utf16(secret.data(), length, true);
    if (timesInMemory(utf8) < 0)
        SKIP_TEST("needs a system that lets a program look into its own memory");
    REQUIRE_OK(vault::create(path, {s("Mali"), secret, vault::Cost{1, 8, 1}}));
    vault::lockAll();
    {
        // As a line edit gives it out, and the command line reads it.
        QString typed = QString::fromLatin1(reinterpret_cast<const char*>(secret.data()), length);
        CHECK(timesInMemory(utf16) == 1);
        REQUIRE_OK(vault::unlockBy(path, vault::takeSecret(typed)));
    }
    auto master = vault::masterKeyOf(vault::readHeader(path)->vaultId);
    REQUIRE(master);
    const Disguised key(master->data(), master->size());
    CHECK(timesInMemory(utf8) > 0); // ours
    CHECK(timesInMemory(key) > 0);
    secret = SecretBytes();
    master.reset();
    vault::lockAll();
    CHECK(timesInMemory(utf8) == 0);
    CHECK(timesInMemory(utf16) == 0);
    CHECK(timesInMemory(key) == 0);
}
