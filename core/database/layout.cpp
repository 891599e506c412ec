// SPDX-License-Identifier: GPL-3.0-or-later
#include <database/layout.h>

#include <database/schema.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QMap>
#include <QStringList>

#include <algorithm>
#include <array>
#include <sqlite3.h>

namespace dtp
{

namespace
{
// One for each version, so that opening a file compares a digest and does not run the migrations, which takes as long
// as all the rest of opening. A test holds them to what the migrations make.
constexpr std::array<const char*, 14> digests{
    "eaa43b2ffe2c90dc08c4a5d262142a541b7a388597df4946a0510465ff68c8b4",
    "14540f004834f2860f8572e7db64aaf80c63c8a1758b720ce5be89455f330034",
    "33c88ca697cb2cf4675cd0d98e5b86a8c9882dedcca9edc7fb658da26dbce3c8",
    "26c9cbed23c115790066ccb228ceb329611496919ebe2d54f88f1f651ae2647d",
    "46fe9c7bb898bfdadd262871819e16e5f092ab6e8085c2b805050bb67289cbdd",
    "8fb835f2ab2569e03405939ab8b725a66e2cdb8301bb29750b31b55a129c414b",
    "7235622844b7a91a81643aea8eef35a55677939922f616000fdb72433b229a25",
    "7235622844b7a91a81643aea8eef35a55677939922f616000fdb72433b229a25",
    "db99e37c42325223ced4085328974b520bbda45e5e973485cba846016667bbd7",
    "61b3c39f22fc1ea24bca6f378a53d6b2a0b727179bb9a32ddc29fd60966add76",
    "919cb097e66983663ae4af1c54469fca5ba51c7cd40b8fcea5fec82f33765129",
    "3f9fef6c24125b25b262c09bccc1f37d4afa6add292c5e9b1b72bf7b13028cbd",
    "0e79a79b8b9d8e7e0b826da3c700ed9275722431c4a3acc30fd0c8f8f574d050",
    "6986a1034ce141496493997b7cfbe034c1310689b430523169ae9ba1563d1556",
};

using Layout = QMap<QString, QByteArray>; // the statement that makes each, by its name

// Where a space says nothing.
bool isBoundary(char c)
{
    return c == '(' || c == ')' || c == ',' || c == ';' || c == '\0';
}

// Without what versions of SQLite write in other ways when a table is altered: quotes around names and spaces. And
// without comments.
QByteArray plainSql(const QByteArray& sql)
{
    QByteArray plain(sql.size(), Qt::Uninitialized);
    char* const begin = plain.data();
    char* end = begin; // of what is written; never more than is read
    bool isApart = false;
    const char* const last = sql.constData() + sql.size();
    for (const char* at = sql.constData(); at != last; ++at) {
        const char c = *at;
        if (c == '-' && at + 1 != last && at[1] == '-') {
            const char* const line = std::find(at, last, '\n');
            isApart = true;
            if (line == last)
                break;
            at = line;
        } else if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            isApart = true;
        } else if (c != '"') {
            const char before = end == begin ? '\0' : end[-1];
            if (isApart && !isBoundary(c) && !isBoundary(before))
                *end++ = ' ';
            *end++ = c;
            isApart = false;
        }
    }
    plain.truncate(end - begin);
    return plain;
}

Result<Layout> layoutOf(Connection& connection)
{
    Layout layout;
    DTP_TRY(select, Statement::prepare(connection.handle(), "SELECT type, name, tbl_name, sql FROM sqlite_schema"));
    for (;;) {
        DTP_TRY(row, select.step());
        if (!row)
            return layout;
        const QString name = select.text(1);
        if (!name.startsWith(QLatin1String("sqlite_")) && !isOfPersonIndex(name))
            layout[name] = select.utf8(0) + ' ' + select.utf8(2) + ' ' + plainSql(select.utf8(3));
    }
}

QByteArray digestOf(const Layout& layout)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = layout.cbegin(); it != layout.cend(); ++it)
        hash.addData(QByteArray(it.key().toUtf8() + '\0' + it.value() + '\0'));
    return hash.result().toHex();
}

Result<Layout> layoutOfVersion(int version)
{
    DTP_TRY(empty, Connection::open(QStringLiteral(":memory:"), Connection::Mode::Create));
    DTP_CHECK(migrate(*empty, version));
    return layoutOf(*empty);
}

QStringList differences(const Layout& file, const Layout& own)
{
    QStringList names;
    for (auto it = own.cbegin(); it != own.cend(); ++it) {
        if (file.value(it.key()) != it.value())
            names.append(it.key());
    }
    for (auto it = file.cbegin(); it != file.cend(); ++it) {
        if (!own.contains(it.key()))
            names.append(it.key());
    }
    return names;
}
} // namespace

Result<QByteArray> layoutDigest(Connection& connection)
{
    DTP_TRY(layout, layoutOf(connection));
    return digestOf(layout);
}

QByteArray keptLayoutDigest(int version)
{
    const bool isKept = version >= 1 && version <= static_cast<int>(digests.size());
    return isKept ? QByteArray(digests.at(static_cast<size_t>(version) - 1)) : QByteArray();
}

Result<> checkLayout(Connection& connection, const QString& path)
{
    DTP_TRY(number, connection.value("PRAGMA user_version"));
    const int version = number.toInt();
    DTP_TRY(layout, layoutOf(connection));
    if (const QByteArray kept = keptLayoutDigest(version); !kept.isEmpty() && digestOf(layout) == kept)
        return {};
    DTP_TRY(own, layoutOfVersion(version));
    const QStringList names = differences(layout, own);
    if (names.isEmpty())
        return {};
    return fail(QCoreApplication::translate(
                    "Storage",
                    "%1 is damaged, or another program changed it: “%2” in it is missing, or is not as this "
                    "program makes it. It was not opened.")
                    .arg(QFileInfo(path).fileName(), names.front()),
                QStringLiteral("SQLite %1 (layout): %2").arg(SQLITE_CORRUPT).arg(names.join(QStringLiteral(", "))));
}

} // namespace dtp
