// SPDX-License-Identifier: GPL-3.0-or-later
// People with addresses, and what stands in an e-mail draft, read as a mail program does.
#pragma once

#include <exports/export_catalogue.h>
#include <exports/mail_draft.h>
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QFile>
#include <QRegularExpression>

namespace dtp::test
{

inline QByteArray fromQuotedPrintable(QByteArray text)
{
    text.replace("=\r\n", "");
    QByteArray bytes;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != '=') {
            bytes += text.at(i);
            continue;
        }
        bytes += QByteArray::fromHex(text.mid(i + 1, 2));
        i += 2;
    }
    return bytes;
}

// Words of RFC 2047, each of which is read by itself, as mail programs do.
inline QString fromEncodedWords(QString text)
{
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]*)\\?=( (?==\\?))?"));
    for (auto match = word.match(text); match.hasMatch(); match = word.match(text)) {
        CHECK(match.captured(0).trimmed().size() <= 75);
        const QString whole = QString::fromUtf8(QByteArray::fromBase64(match.captured(1).toLatin1()));
        CHECK_FALSE(whole.contains(QChar::ReplacementCharacter)); // no character is cut in two
        text.replace(match.capturedStart(), match.capturedLength(), whole);
    }
    return text;
}

struct ReadMail {
    QStringList headers; // unfolded and decoded
    QString text;
    QString header(const char* name) const
    {
        const QStringList found =
            headers.filter(QRegularExpression(QLatin1Char('^') + QLatin1String(name) + QStringLiteral(": ")));
        return found.size() == 1 ? found.front().mid(qstrlen(name) + 2)
                                 : QStringLiteral("%1 of them").arg(found.size());
    }
};

inline ReadMail read(const QByteArray& bytes)
{
    CHECK(bytes.count('\n') == bytes.count("\r\n"));
    CHECK(bytes.count('\r') == bytes.count("\r\n"));
    for (const QByteArray& line : bytes.split('\n'))
        CHECK(line.size() <= 79); // with the CR
    CHECK(std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<uchar>(c) < 0x80; }));
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    QByteArray head = bytes.left(end);
    head.replace("\r\n ", " ");
    ReadMail mail;
    for (const QString& line : QString::fromLatin1(head).split(QStringLiteral("\r\n")))
        mail.headers.append(fromEncodedWords(line));
    mail.text = QString::fromUtf8(fromQuotedPrintable(bytes.mid(end + 4)))
                    .replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return mail;
}

inline QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct World : FreshStore {
    Person person(const char* given, const char* family, const char* address)
    {
        const Person one =
            addPerson(*store, QString::fromUtf8(given), QString::fromUtf8(family), QStringLiteral("KH"));
        if (*address)
            contact(one, address);
        return one;
    }
    void contact(const Person& person, const char* address, bool isPreferred = false, bool mayNotBeUsed = false)
    {
        ContactPoint one;
        one.person = person.id;
        one.kind = QStringLiteral("email");
        one.value = QString::fromUtf8(address);
        one.preferred = isPreferred;
        one.doNotUse = mayNotBeUsed;
        addRecords(*store, one);
    }
    void change(Person& person, QString Person::*field, const char* value)
    {
        person.*field = QString::fromUtf8(value);
        REQUIRE_OK(
            store->change(QStringLiteral("Change"), [&](ChangeWriter& writer) { return writer.update(person); }));
    }
    const Exportable& asked(const char* key) const { return *exportableOf(QLatin1String(key)); }
};

} // namespace dtp::test
