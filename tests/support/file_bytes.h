// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a file, to be looked at and damaged.
#pragma once

#include <support/catch.h>

#include <QByteArray>
#include <QFile>
#include <QString>

namespace dtp::test
{

inline QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

inline void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

} // namespace dtp::test
