// SPDX-License-Identifier: GPL-3.0-or-later
// What an export was opened for, as it can be kept in a file.
#pragma once

#include <ui/export/export_dialog.h>

#include <QCborMap>

namespace dtp
{

QCborMap wayOf(const ExportStart& start);
ExportStart
startBy(const QCborMap& way); // without the list, which its page knows: isOfList() says whether there was one
bool isOfList(const QCborMap& way);

} // namespace dtp
