// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test of the window includes.
#pragma once
#include <support/precompiled.h>

#include <QTest>
#include <ui/widgets/precompiled.h>
