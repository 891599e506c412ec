// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>

namespace dtp::fuzz
{

namespace
{
constexpr int patchSize = 5;
}

QString scratchFile(const QString& name)
{
    static const QTemporaryDir folder(
        (QDir(QStringLiteral("/dev/shm")).exists() ? QStringLiteral("/dev/shm") : QDir::tempPath()) +
        QStringLiteral("/fuzz-XXXXXX"));
    return folder.filePath(name);
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    mustBe(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(content) == content.size(),
           "the scratch file can be written");
}

void mustBe(bool isTrue, const char* what)
{
    if (isTrue) {
        return;
    }
    std::fprintf(stderr, "Not true: %s\n", what);
    std::abort();
}

QByteArray patched(QByteArray whole, const QByteArray& input)
{
    const auto at = [&](qsizetype i) { return static_cast<unsigned char>(input.at(i)); };
    for (qsizetype i = 0; i + patchSize <= input.size() && !whole.isEmpty(); i += patchSize) {
        const qsizetype place = at(i) | (at(i + 1) << 8) | (at(i + 2) << 16); // NOLINT: three bytes of a number
        const char with = input.at(i + patchSize - 1);
        for (qsizetype k = 0; k < at(i + 3); ++k) {
            char& byte = whole[(place + k) % whole.size()];
            byte = static_cast<char>(byte ^ with);
        }
    }
    return whole;
}

} // namespace dtp::fuzz
