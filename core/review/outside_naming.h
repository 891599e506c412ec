// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be named outside of the secretariat at all: what is asked about a text holds for whoever gets it. Consents
// are read when the first person is asked for. Inside of this room.
#pragma once

#include <privacy/gate.h>

#include <memory>
#include <vector>

namespace dtp
{

class OutsideNaming
{
public:
    explicit OutsideNaming(const Store& store) : m_store(store) {}

    bool isAnywhere(qint64 person); // to one audience at least
    bool isEverywhere(qint64 person);

private:
    void read();

    const Store& m_store;
    std::vector<std::unique_ptr<Gate>> m_gates; // of each audience outside
};

} // namespace dtp
