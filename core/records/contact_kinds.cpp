// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/contact_kinds.h>

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

bool mayBePhoneNumber(const QString& kind)
{
    return isPhoneKind(kind) || kind == QLatin1String("telegram");
}

} // namespace dtp
