// SPDX-License-Identifier: GPL-3.0-or-later
#include "keys.h"

#include <QHash>
#include <QMutex>

namespace dtp::vault
{

namespace
{
struct Known {
    QMutex mutex;
    QHash<QByteArray, std::shared_ptr<const SecretBytes>> keys;
};

Known& known()
{
    static Known all;
    return all;
}
} // namespace

std::shared_ptr<const SecretBytes> masterKeyOf(const QByteArray& vaultId)
{
    const QMutexLocker locker(&known().mutex);
    return known().keys.value(vaultId);
}

void rememberKey(const QByteArray& vaultId, SecretBytes master)
{
    const QMutexLocker locker(&known().mutex);
    known().keys.insert(vaultId, std::make_shared<const SecretBytes>(std::move(master)));
}

void forgetKey(const QByteArray& vaultId)
{
    const QMutexLocker locker(&known().mutex);
    known().keys.remove(vaultId);
}

void forgetAllKeys()
{
    const QMutexLocker locker(&known().mutex);
    known().keys.clear();
}

} // namespace dtp::vault
