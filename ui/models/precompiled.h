// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that most models include.
#pragma once
#include <QAbstractTableModel>
#include <QColor>
#include <QCoreApplication>
#include <QFont>
#include <QHash>
#include <QLocale>
#include <QMimeData>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QtConcurrent>
#include <functional>
#include <memory>
#include <optional>
#include <storage/store.h>
#include <tl/expected.hpp>
#include <vector>
