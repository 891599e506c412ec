// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test includes.
#pragma once
#include <support/catch.h>
#include <support/fresh_store.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>
