// SPDX-License-Identifier: GPL-3.0-or-later
#include <vault/typed_secret.h>

#include "cipher.h"

#include <cstring>
#include <gcrypt.h>
#include <new>
#include <utility>

namespace dtp::vault
{

SecretBytes::SecretBytes(std::size_t size) : m_size(size)
{
    startCiphers();
    m_data = static_cast<unsigned char*>(gcry_calloc_secure(size == 0 ? 1 : size, 1));
    if (!m_data)
        throw std::bad_alloc();
}

SecretBytes SecretBytes::ofText(const QString& text)
{
    const QString composed = text.normalized(QString::NormalizationForm_C);
    QByteArray bytes = composed.toUtf8();
    if (composed.constData() != text.constData())
        wipeText(composed);
    SecretBytes secret(static_cast<std::size_t>(bytes.size()));
    std::memcpy(secret.m_data, bytes.constData(), secret.m_size);
    wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return secret;
}

SecretBytes::~SecretBytes()
{
    if (m_data)
        wipe(m_data, m_size);
    gcry_free(m_data);
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes::SecretBytes(const SecretBytes& other) : SecretBytes(other.m_size)
{
    if (other.m_data)
        std::memcpy(m_data, other.m_data, m_size);
}

} // namespace dtp::vault
