// SPDX-License-Identifier: GPL-3.0-or-later
// A small file of ours, and what can be read of it after some of its bytes were changed.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>

namespace dtp::vault
{
struct FirstPassphrase;
}

namespace dtp::fuzz
{

struct OurFile {
    QByteArray bytes;
    QString content; // of all its records
};
// Plain without a passphrase.
OurFile makeFile(const QString& path, const vault::FirstPassphrase* passphrase = nullptr);

// A plain one as a kill leaves it, with its changes in the journal alone.
struct JournaledFile {
    QByteArray bytes;
    QByteArray journal;
    QStringList contents; // of all its records, before the first change and after each
};
JournaledFile makeJournaledFile(const QString& path);

// All records as text; nothing where the file or one of its tables was refused, with a sentence.
std::optional<QString> readAll(const QString& path);

} // namespace dtp::fuzz
