// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/shell/file_session.h>

#include <sample/sample.h>
#include <search/person_search.h>
#include <vault/vault.h>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace dtp
{

FileSession::FileSession(const QString& author, const Clock* clock) : m_clock(clock ? *clock : m_system)
{
    m_environment.clock = &m_clock;
    m_environment.ids = &m_ids;
    m_environment.author = author;
    m_environment.participants.push_back(makePersonIndex());
}

Result<std::unique_ptr<FileSession>> FileSession::create(const QString& path, const QString& author,
                                                         const Clock* clock)
{
    std::unique_ptr<FileSession> session(new FileSession(author, clock));
    DTP_TRY(store, Store::create(path, session->m_environment));
    session->m_store = std::move(store);
    return session;
}

Result<std::unique_ptr<FileSession>> FileSession::open(const QString& path, const QString& author, const Clock* clock)
{
    std::unique_ptr<FileSession> session(new FileSession(author, clock));
    DTP_TRY(store, Store::open(path, session->m_environment));
    session->m_store = std::move(store);
    return session;
}

Result<FileSession::Encrypted> FileSession::createEncrypted(const QString& path, const QString& author,
                                                            const vault::FirstPassphrase& first)
{
    const FileSession session(author, nullptr);
    if (const auto made = Store::create(path, session.m_environment, &first); !made)
        return tl::unexpected<Error>(made.error());
    DTP_TRY(code, vault::renewRecoveryCode(path));
    return Encrypted{code, {}};
}

Result<FileSession::Encrypted> FileSession::encrypt(const QString& path, const QString& author,
                                                    const vault::FirstPassphrase& first, const Progress& progress)
{
    const FileSession session(author, nullptr);
    const auto done = Store::encrypt(path, first, session.m_environment, progress);
    if (!done && !vault::isVault(path))
        return tl::unexpected<Error>(done.error());
    // Some of the backups may still be plain, which is told with the code.
    DTP_TRY(code, vault::renewRecoveryCode(path));
    return Encrypted{code, done ? QString() : done.error().sentence};
}

Result<> FileSession::createSample(const QString& path, const QString& author, int people, const Progress& progress)
{
    const QDir folder = QFileInfo(path).dir();
    if (!folder.exists() && !QDir().mkpath(folder.path()))
        return fail(QCoreApplication::translate("FileSession", "The folder “%1” cannot be made. Choose another place.")
                        .arg(folder.path()));
    // Under another name until it is complete.
    const QString unfinished = QString(path + QStringLiteral(".unfinished"));
    const auto tidy = [&unfinished] {
        for (const QString& part : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"),
                                    QStringLiteral("-journal"), QStringLiteral(".lock")})
            QFile::remove(QString(unfinished + part));
    };
    tidy();
    {
        std::unique_ptr<FileSession> session(new FileSession(author, nullptr));
        DTP_TRY(store, Store::create(unfinished, session->m_environment));
        session->m_store = std::move(store);
        SampleSize size;
        size.people = people;
        if (auto filled = fillWithSample(*session->m_store, size, progress); !filled) {
            session.reset();
            tidy();
            return filled;
        }
    }
    if (!QFile::rename(unfinished, path)) {
        tidy();
        return fail(
            QCoreApplication::translate("FileSession", "“%1” is there already. Open it, or choose another name.")
                .arg(path));
    }
    return {};
}

} // namespace dtp
