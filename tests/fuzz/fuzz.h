// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share. Each is one file with LLVMFuzzerTestOneInput (https://llvm.org/docs/LibFuzzer.html):
// the preset `fuzz` gives it libFuzzer, which invents inputs; every other build gives it replay.cpp, which goes
// through the corpus as a test. What a fuzzer found goes into corpus/<target>, so that it is tried from then on.
#pragma once

#include <QByteArray>
#include <QString>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace dtp::fuzz
{

inline QByteArray bytesOf(const std::uint8_t* data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
}

// A file of this process that each input writes anew; it goes with the process. In memory where the system has that.
QString scratchFile(const QString& name);
void write(const QString& path, const QByteArray& content);

// Stops with a message that says what should have been true: libFuzzer and the replay both take it as a find.
void mustBe(bool isTrue, const char* what);

// Changes some bytes of a whole file as the input says: each five of its bytes are a place (three bytes, the lowest
// first, modulo the size), how many bytes (one), and what is XORed with each (one).
QByteArray patched(QByteArray whole, const QByteArray& input);

} // namespace dtp::fuzz
