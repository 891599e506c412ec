// SPDX-License-Identifier: GPL-3.0-or-later
// An open file with all that its store needs from outside.
#pragma once

#include <base/clock.h>
#include <base/id.h>
#include <base/progress.h>
#include <base/result.h>
#include <storage/store.h>

#include <memory>

namespace dtp
{

class FileSession
{
public:
    // clock: that of the system when none is given; it must outlive the session.
    static Result<std::unique_ptr<FileSession>> create(const QString& path, const QString& author,
                                                       const Clock* clock = nullptr);
    static Result<std::unique_ptr<FileSession>> open(const QString& path, const QString& author,
                                                     const Clock* clock = nullptr);
    // Makes a file of sample data; for a thread of its own. Leaves nothing behind when it fails or is cancelled.
    static Result<> createSample(const QString& path, const QString& author, int people, const Progress& progress);

    // Encrypted files; for a thread of their own, since making a key takes about a second. The file is closed
    // afterwards, and unlocked.
    struct Encrypted {
        QString recoveryCode;
        QString warning; // a sentence about what could not be encrypted; empty when all was
    };
    static Result<Encrypted> createEncrypted(const QString& path, const QString& author,
                                             const vault::FirstPassphrase& first);
    static Result<Encrypted> encrypt(const QString& path, const QString& author, const vault::FirstPassphrase& first,
                                     const Progress& progress);

    Store& store() { return *m_store; }

private:
    FileSession(const QString& author, const Clock* clock);
    SystemClock m_system;
    const Clock& m_clock;
    IdMaker m_ids{m_clock};
    Environment m_environment;
    std::unique_ptr<Store> m_store;
};

} // namespace dtp
