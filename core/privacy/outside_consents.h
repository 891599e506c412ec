// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be named, reached and shown on a picture outside of the secretariat, as of the day it was read: once for a
// gate and for all who look at the same texts before it. See gate.h for the rule.
#pragma once

#include <base/result.h>
#include <privacy/audiences.h>

#include <memory>
#include <vector>

namespace dtp
{

class Store;

class OutsideConsents
{
public:
    static Result<std::shared_ptr<const OutsideConsents>> read(const Store& store);

    // Of an audience that is gated.
    bool mayName(const AudienceTraits& audience, qint64 person) const;
    bool mayReach(const AudienceTraits& audience, qint64 person) const; // whom it may name
    bool mayPicture(qint64 person) const;
    bool mayNameToSome(qint64 person) const; // to one audience outside at least
    bool mayNameToAll(qint64 person) const;

private:
    bool hasAgreed(QLatin1String purpose, qint64 person) const;

    struct Agreed {
        QString purpose;
        std::vector<qint64> people; // sorted
    };
    std::vector<Agreed> m_agreed; // of each purpose, a handful
    std::vector<qint64> m_care;   // sorted
};

} // namespace dtp
