// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/contact_kinds.h>

#include <algorithm>

namespace dtp
{

const QStringList& phoneKinds()
{
    static const QStringList kinds{QStringLiteral("phone"), QStringLiteral("whatsapp"), QStringLiteral("signal")};
    return kinds;
}

const QStringList& emailKinds()
{
    static const QStringList kinds{QStringLiteral("email")};
    return kinds;
}

bool isPhoneKind(const QString& kind)
{
    return phoneKinds().contains(kind);
}

const QStringList& wordsOfPhones()
{
    static const QStringList words{QStringLiteral("phone"), QStringLiteral("mob"),  QStringLiteral("tel/"),
                                   QStringLiteral("/tel"),  QStringLiteral("tel."), QStringLiteral("tel ")};
    return words;
}

bool isFaxOnly(const QString& note)
{
    const auto isThere = [&note](const QString& word) { return note.contains(word, Qt::CaseInsensitive); };
    const QStringList& phones = wordsOfPhones();
    return isThere(QStringLiteral("fax")) && std::none_of(phones.begin(), phones.end(), isThere);
}

bool mayBePhoneNumber(const QString& kind)
{
    return isPhoneKind(kind) || kind == QLatin1String("telegram");
}

} // namespace dtp
