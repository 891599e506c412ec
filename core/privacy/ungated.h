// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves without passing the gate, and why: a short list that the guide repeats. Writers take nothing else that
// the gate has not seen, and each place that lets something out says its reason.
#pragma once

#include <document/table.h>

#include <QString>
#include <memory>

namespace dtp
{

enum class UngatedReason {
    RejectedRows, // rows of the file that somebody brings in, given back to the one who brought them
    ImportLog,    // what became of each row of that file
};

// In plain English, for whoever writes such a file.
QString reasonText(UngatedReason reason);

// Data that goes back to whoever it came from. Made by ungated() only.
template <class T>
class Ungated
{
public:
    T& operator*() { return m_value; }
    T* operator->() { return &m_value; }
    UngatedReason reason() const { return m_reason; }

private:
    template <class U>
    friend Ungated<U> ungated(U value, UngatedReason reason);
    Ungated(T value, UngatedReason reason) : m_value(std::move(value)), m_reason(reason) {}
    T m_value;
    UngatedReason m_reason;
};

using UngatedRows = Ungated<std::unique_ptr<RowSource>>;

template <class T>
Ungated<T> ungated(T value, UngatedReason reason)
{
    return Ungated<T>(std::move(value), reason);
}

} // namespace dtp
