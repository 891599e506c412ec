// SPDX-License-Identifier: GPL-3.0-or-later
#include <exports/mail_draft.h>

#include <base/text.h>

#include <algorithm>

namespace dtp
{

namespace
{
constexpr qsizetype longestPlain = 66; // of a header beside its name: a line has 78 characters at most
constexpr qsizetype encodedBytes = 36; // in base64 within 75 characters, and within 76 beside "Subject: "
constexpr qsizetype longestLine = 76;  // of quoted-printable, RFC 2045, 6.7

// One line: what stands in a header must not begin another one.
QString oneLine(const QString& text)
{
    return withoutControls(text).simplified();
}

bool isPlain(const QString& text)
{
    return text.size() <= longestPlain && !text.contains(QLatin1String("=?")) &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

// RFC 2047: words of base64, each of whole characters, one a line.
QByteArray encodedWords(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    QByteArray words;
    for (qsizetype from = 0; from < bytes.size();) {
        qsizetype to = std::min(from + encodedBytes, bytes.size());
        while (to < bytes.size() && (static_cast<uchar>(bytes.at(to)) & 0xC0) == 0x80)
            --to;
        if (from > 0)
            words += "\r\n ";
        words += "=?UTF-8?B?" + bytes.mid(from, to - from).toBase64() + "?=";
        from = to;
    }
    return words;
}

QByteArray phrase(const QString& name)
{
    if (!isPlain(name))
        return encodedWords(name);
    QString quoted = name;
    quoted.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return '"' + quoted.toLatin1() + '"';
}

QByteArray recipient(const Mailbox& mailbox)
{
    const QString name = oneLine(mailbox.name);
    const QByteArray address = oneLine(mailbox.address).toLatin1();
    // On a line of its own beside the name, since both may be long.
    return name.isEmpty() ? address : phrase(name) + "\r\n <" + address + '>';
}

QByteArray recipients(const std::vector<Mailbox>& mailboxes)
{
    QByteArrayList all;
    for (const Mailbox& one : mailboxes)
        all.append(recipient(one));
    return all.join(",\r\n ");
}

void addQuotedPrintable(QByteArray& out, const QByteArray& line)
{
    static const char digits[] = "0123456789ABCDEF";
    qsizetype length = 0;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const auto byte = static_cast<uchar>(line.at(i));
        const bool isLast = i + 1 == line.size();
        const bool isSpace = byte == ' ' || byte == '\t';
        const bool isAsItIs = (byte > 0x20 && byte < 0x7F && byte != '=') || (isSpace && !isLast);
        const qsizetype needs = isAsItIs ? 1 : 3;
        if (length + needs > longestLine - 1) { // one is for the sign that the line goes on
            out += "=\r\n";
            length = 0;
        }
        if (isAsItIs)
            out += static_cast<char>(byte);
        else
            out.append('=').append(digits[byte >> 4]).append(digits[byte & 0xF]);
        length += needs;
    }
    out += "\r\n";
}
} // namespace

QByteArray mailBytes(const MailDraft& draft)
{
    const QString subject = oneLine(draft.subject);
    QByteArray bytes;
    bytes += "X-Unsent: 1\r\n";
    bytes += "Date: " + draft.at.toString(Qt::RFC2822Date).toLatin1() + "\r\n";
    if (!draft.to.address.isEmpty())
        bytes += "To: " + recipient(draft.to) + "\r\n";
    if (!draft.hidden.empty())
        bytes += "Bcc: " + recipients(draft.hidden) + "\r\n";
    bytes += "Subject: " + (isPlain(subject) ? subject.toLatin1() : encodedWords(subject)) + "\r\n";
    bytes += "MIME-Version: 1.0\r\n"
             "Content-Type: text/plain; charset=utf-8\r\n"
             "Content-Transfer-Encoding: quoted-printable\r\n"
             "\r\n";
    const QStringList lines = withoutControls(draft.text).split(QLatin1Char('\n'));
    for (const QString& line : lines)
        addQuotedPrintable(bytes, line.toUtf8());
    return bytes;
}

} // namespace dtp
