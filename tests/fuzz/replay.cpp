// SPDX-License-Identifier: GPL-3.0-or-later
// Goes through a corpus as it stands, where no libFuzzer is linked: what was found once is tried in every test run.
#include "fuzz.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    int tried = 0;
    for (const QString& argument : QCoreApplication::arguments().mid(1)) {
        const QDir folder(argument);
        for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "%s cannot be read.\n", qPrintable(file.fileName()));
                return 1;
            }
            std::printf("%s\n", qPrintable(name));
            std::fflush(stdout); // so that the last one named is the one that stopped it
            const QByteArray input = file.readAll();
            LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.constData()),
                                   static_cast<std::size_t>(input.size()));
            ++tried;
        }
    }
    if (tried == 0) {
        std::fprintf(stderr, "There is no corpus.\n");
        return 1;
    }
    return 0;
}
