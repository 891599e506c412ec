// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that nobody else is to see: kept in memory that is not swapped to disk where the system allows it, and wiped
// when they are let go of.
#pragma once

#include <QString>
#include <cstddef>

namespace dtp::vault
{

class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); // zeros
    // As everybody types it: in Unicode's composed form (NFC), in UTF-8, so that the same words typed on another
    // keyboard are the same.
    static SecretBytes ofText(const QString& text);
    ~SecretBytes();
    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes& other);
    SecretBytes& operator=(const SecretBytes& other) = delete;

    unsigned char* data() { return m_data; }
    const unsigned char* data() const { return m_data; }
    std::size_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

private:
    unsigned char* m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace dtp::vault
