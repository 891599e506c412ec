// SPDX-License-Identifier: GPL-3.0-or-later
#include <records/masking.h>

#include <records/kinds.h>

namespace dtp
{

bool isMaskedOnScreen(const RecordType& type, const Field& field)
{
    if (field.sensitivity != Sensitivity::Restricted)
        return false;
    return !type.isRestricted() || traitsOf(field).isFreeText() || traitsOf(field).isReference();
}

} // namespace dtp
