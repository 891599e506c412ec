// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that nearly every file of the window includes.
#pragma once
#include <QtWidgets>
#include <functional>
#include <memory>
#include <optional>
#include <storage/store.h>
#include <tl/expected.hpp>
#include <vector>
