// SPDX-License-Identifier: GPL-3.0-or-later
// Where the backups of a file are.
#pragma once

#include <QFileInfo>

namespace dtp
{

// given: the environment's folder; else "<name> backups" beside the file.
QString backupFolderOf(const QString& path, const QString& given);
QFileInfoList backupsOf(const QString& path, const QString& folder); // the newest first

} // namespace dtp
